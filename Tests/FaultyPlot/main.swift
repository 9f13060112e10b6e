import CLibc
import Dialects
import Service

/// `plot` as it is shipped, but for a pair `_fault=NAME@STAGE`, which makes it fail.
func provoke(at stage: Service.Stage, _ pairs: [Pair]) {
    for pair in pairs where pair.key == "_fault" {
        for fault in Fault.all where pair.value == "\(fault.name)@\(stage)" { fault.provoke() }
    }
}

exit(Service.run(arguments: { CommandLine.arguments }, probe: provoke))
