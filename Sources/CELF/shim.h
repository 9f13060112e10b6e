#include <link.h>
#include <stddef.h>
#include <string.h>

/// The first byte of the program's file, where the linker laid it in memory.
extern const ElfW(Ehdr) __ehdr_start __attribute__((visibility("hidden")));

/// The description of the note of this `type` and owner "GNU" in a segment of notes; its size goes
/// into `size`. NULL where there is none.
static inline const unsigned char *elf_note(
    const unsigned char *start, size_t length, size_t alignment, ElfW(Word) type, size_t *size) {
    size_t place = 0;
    while (length - place >= sizeof(ElfW(Nhdr))) {
        ElfW(Nhdr) note;
        memcpy(&note, start + place, sizeof note);
        size_t name = place + sizeof note;
        size_t text = (name + note.n_namesz + alignment - 1) / alignment * alignment;
        size_t end = (text + note.n_descsz + alignment - 1) / alignment * alignment;
        if (end < place || end > length) return NULL;
        if (note.n_type == type && note.n_namesz == 4 && !memcmp(start + name, "GNU", 4)) {
            *size = note.n_descsz;
            return start + text;
        }
        place = end;
    }
    return NULL;
}

/// Copies the identity that the linker gave this program (`--build-id`), as many bytes of it as
/// there is room for; their number. 0 where it was linked without one.
static inline size_t elf_build_id(unsigned char *into, size_t room) {
    const unsigned char *file = (const unsigned char *)&__ehdr_start;
    const ElfW(Phdr) *segments = (const ElfW(Phdr) *)(file + __ehdr_start.e_phoff);
    // What to add to an address in the file; not 0 in a program that may lie anywhere.
    ElfW(Addr) shift = 0;
    for (int i = 0; i < __ehdr_start.e_phnum; i++)
        if (segments[i].p_type == PT_LOAD && segments[i].p_offset == 0)
            shift = (ElfW(Addr))file - segments[i].p_vaddr;
    for (int i = 0; i < __ehdr_start.e_phnum; i++) {
        if (segments[i].p_type != PT_NOTE) continue;
        size_t size = 0;
        const unsigned char *note = elf_note(
            (const unsigned char *)(segments[i].p_vaddr + shift), segments[i].p_memsz,
            segments[i].p_align == 8 ? 8 : 4, NT_GNU_BUILD_ID, &size);
        if (!note) continue;
        if (size > room) size = room;
        memcpy(into, note, size);
        return size;
    }
    return 0;
}
