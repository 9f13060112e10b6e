// What `plot` is linked with to measure what its guard and its sandbox cost, in place of their own objects:
//
//   cc -O2 -c -ISources/CGuard/include unguarded.c                          neither
//   cc -O2 -c -ISources/CGuard/include -DGUARDED unguarded.c                no sandbox

#include "CGuard.h"

bool sandbox_enter(void) { return true; }
bool sandbox_enter_service(const int *folders, size_t count) {
    (void)folders, (void)count;
    return true;
}
void sandbox_limit_memory(size_t bytes) { (void)bytes; }

#ifndef GUARDED
void guard_install(bool is_service) { (void)is_service; }
void guard_watch(int output, uint16_t request) { (void)output, (void)request; }
void guard_shape(enum guard_look look, bool only_header) { (void)look, (void)only_header; }
void guard_bystanders(int relay, const struct guard_bystander *bystanders, size_t count) {
    (void)relay, (void)bystanders, (void)count;
}
bool guard_pass(int channel, int descriptor) {
    (void)channel, (void)descriptor;
    return false;
}
void guard_rest(void) {}
void guard_commit(void) {}
void guard_bound(long wall, long processor) { (void)wall, (void)processor; }
void guard_log(const char *line, size_t count) { (void)line, (void)count; }
#endif
