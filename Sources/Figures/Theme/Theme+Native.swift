import Scenes

/// The looks of the native language.
extension Theme {
    /// Colours that stay apart in the common forms of colour blindness (simulated after Machado,
    /// Oliveira and Fernandes, 2009), lightness alternating so that they do in grey as well.
    package static let light = Theme(
        background: .white,
        ink: Color(0x1A20_2CFF),
        grid: Color(0xE6E9_EEFF),
        minorGrid: Color(0xF1F3_F6FF),
        axisLine: Color(0xB4BB_C6FF),
        baseline: Color(0x6B75_83FF),
        palette: [
            Color(0x3B5C_C4FF), Color(0xE877_2EFF), Color(0x12A5_94FF), Color(0xB83A_6BFF),
            Color(0xE5B3_22FF), Color(0x7E6B_D6FF), Color(0x2CA5_DEFF), Color(0x8C4A_33FF),
        ],
        muted: Color(0x566070_FF))

    package static let dark = Theme(
        background: Color(0x1519_21FF),
        ink: Color(0xF0F2_F5FF),
        grid: Color(0x2A30_3BFF),
        minorGrid: Color(0x2026_30FF),
        axisLine: Color(0x5560_6EFF),
        baseline: Color(0x98A2_B0FF),
        palette: [
            Color(0x7F9C_F8FF), Color(0xF792_50FF), Color(0x35C7_B4FF), Color(0xE56B_9BFF),
            Color(0xF0CB_55FF), Color(0xB3A4_F7FF), Color(0x6CC6_F3FF), Color(0xC28A_6DFF),
        ],
        muted: Color(0xA5AE_BBFF))

    private init(
        background: Color, ink: Color, grid: Color, minorGrid: Color, axisLine: Color,
        baseline: Color, palette: [Color], muted: Color
    ) {
        self.init(
            background: background, ink: ink, grid: grid, minorGrid: minorGrid,
            axisLine: axisLine, baseline: baseline, palette: palette,
            title: Lettering(.interSemiBold, 17, ink),
            subtitle: Lettering(.inter, 13, muted),
            caption: Lettering(.inter, 11, muted),
            axisTitle: Lettering(.inter, 12, muted),
            tickLabel: Lettering(.inter, 12, muted),
            legend: Lettering(.inter, 12, ink),
            valueLabel: Lettering(.inter, 12, ink))
    }
}
