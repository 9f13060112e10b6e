internal import CFreeType
internal import FontFiles

package func ftInit() -> Int32 {
    var l: FT_Library? = nil
    let e = unsafe FT_Init_FreeType(&l)
    var f: FT_Face? = nil
    let e2 = unsafe FT_New_Memory_Face(l, fontInterRegular.bytes, fontInterRegular.count, 0, &f)
    return e + e2
}
