/// How the numbers of a data set are written, for columns whose own cells do not tell.
struct NumberHabit {
    /// What a comma is that may stand between thousands or before a fraction.
    var groupsByComma: Bool
    /// Whether a point always stands before a fraction, as in JSON.
    var pointsAreSure = false
    /// What the cells of other columns tell.
    var style: CellNumber.Style = []

    /// Whether a column of this style, whose points and commas may all be of either kind, has commas
    /// before its fractions.
    ///
    /// Where the data set tells nothing either, a point is what it is nearly everywhere.
    func isContinental(_ column: CellNumber.Style) -> Bool {
        let hasCommas = !style.isDisjoint(with: .continental)
        let hasPoints = !style.isDisjoint(with: .english)
        if hasCommas != hasPoints { return hasCommas }
        return !groupsByComma && !column.contains(.ambiguousPoint)
    }
}
