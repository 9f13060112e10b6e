import CLibc
import Service

exit(Service.run { CommandLine.arguments })
