extension Rule {
    /// Nothing: a rule is no data, but what data is compared with.
    package func fill(_ sheet: inout Sheet) {}
}
