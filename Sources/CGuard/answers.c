#include "CGuard.h"

// The program's own answers to these ends. A test makes them anew and compares; with GOLDEN=update it
// writes them.
static const unsigned char pageFault[] = {
#embed "answers/fault.page"
};
static const unsigned char pageMemory[] = {
#embed "answers/memory.page"
};
static const unsigned char pageTime[] = {
#embed "answers/time.page"
};
static const unsigned char pageStopped[] = {
#embed "answers/stopped.page"
};
static const unsigned char pictureFault[] = {
#embed "answers/fault.picture"
};
static const unsigned char pictureMemory[] = {
#embed "answers/memory.picture"
};
static const unsigned char pictureTime[] = {
#embed "answers/time.picture"
};
static const unsigned char pictureStopped[] = {
#embed "answers/stopped.picture"
};
static const unsigned char jsonFault[] = {
#embed "answers/fault.json"
};
static const unsigned char jsonMemory[] = {
#embed "answers/memory.json"
};
static const unsigned char jsonTime[] = {
#embed "answers/time.json"
};
static const unsigned char jsonStopped[] = {
#embed "answers/stopped.json"
};
static const unsigned char textFault[] = {
#embed "answers/fault.text"
};
static const unsigned char textMemory[] = {
#embed "answers/memory.text"
};
static const unsigned char textTime[] = {
#embed "answers/time.text"
};
static const unsigned char textStopped[] = {
#embed "answers/stopped.text"
};

#define ANSWER(bytes) {bytes, sizeof bytes}

static const struct guard_answer answers[GUARD_LOOKS][GUARD_ENDS] = {
    {ANSWER(pageFault), ANSWER(pageMemory), ANSWER(pageTime), ANSWER(pageStopped)},
    {ANSWER(pictureFault), ANSWER(pictureMemory), ANSWER(pictureTime), ANSWER(pictureStopped)},
    {ANSWER(jsonFault), ANSWER(jsonMemory), ANSWER(jsonTime), ANSWER(jsonStopped)},
    {ANSWER(textFault), ANSWER(textMemory), ANSWER(textTime), ANSWER(textStopped)},
};

struct guard_answer guard_answer(enum guard_look look, enum guard_end end) {
    return answers[look][end];
}
