// Database files as a whole: opened without leaving a trace, copied, kept private.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "store/database/connection.hpp"

namespace store {

// Opens a database that somebody else may be using, or that nobody may change: nothing is written into it, and where
// nobody uses it not even a file beside it is made. Errors: domain::Error(conflict) `unreadable_database`.
std::unique_ptr<Connection> open_untouched(const std::string& path);

// Copies every page, as of one moment, while others read and write. between: called after each part of the copy.
void copy_pages(Connection& source, Connection& target, const std::function<void()>& between = {});

// Copies a database, as of now, into a new file that only its owner may read. Where it fails, nothing is left.
// Errors: std::runtime_error, domain::Error.
void copy_database(Connection& source, const std::string& target);

// Removes a database file with what SQLite keeps beside it.
void remove_database(const std::string& path);

// Makes the file where there is none; nobody but its owner may read it afterwards.
// Errors: std::runtime_error where it can be neither made nor read and written.
void keep_private(const std::string& path);

}  // namespace store
