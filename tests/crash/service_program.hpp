// The service as a program of its own, which can be killed.
#pragma once

#include <string>

const std::string& service_program();
