// The answer to whoever asked for a job.
#pragma once

#include "http/request/call.hpp"
#include "usecases/exports/exports.hpp"

namespace http {

// 202 with the job, where to ask how far it is, and when.
Response export_accepted(const usecases::ExportView& view);

}  // namespace http
