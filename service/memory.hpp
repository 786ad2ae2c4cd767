// How the program asks the C library to keep memory.
#pragma once

// Before the first thread: many short-lived threads would each get a heap of their own and keep it.
void keep_memory_small();
