internal import ArgumentParser
internal import Diagnostics
internal import Guides
internal import LookupServer

/// Where the files are that stand at the site's root as they are.
struct PublicOption: ParsableArguments {
    @Option(
        name: .customLong("public"),
        help: ArgumentHelp(
            "The folder with small files for the site's root, such as WeChat's MP_verify_….txt.", valueName: "dir"))
    var path = "public"

    var folder: PublicFolder { PublicFolder(path) }

    /// The names of the files that are served, and what is to be said of the others.
    var findings: (served: [String], diagnostics: [Diagnostic]) {
        let contents = folder.contents
        return (
            contents.filter { $0.problem == nil }.map(\.name),
            contents.compactMap { name, problem in
                problem.map { UnservedFile.notServed("\(path)/\(name)", $0.words) }
            }
        )
    }
}
