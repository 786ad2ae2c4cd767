// The commands of the program. Each gives the exit status: 0 done, 1 not done, 2 called wrongly.
#pragma once

#include "config.hpp"

int serve(const Config& config);
int make_token(const Config& config);
int check_format(const Config& config);
int backup(const Config& config);
int restore(const Config& config);
int verify(const Config& config);
int verify_edition(const Config& config);
int check_health(const Config& config);
int export_report(const Config& config);
int play_demo(const Config& config);
int print_version(const Config& config);
// Of the command that is named, or of all.
int print_help(const Config& config);
