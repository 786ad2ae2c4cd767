// What `verify` found, for the command line.
#pragma once

#include "usecases/operation/verify.hpp"

// Prints it; gives the exit status.
int print_verification(const usecases::Verification& found);
