import Foundation
import TestSupport
import Testing

/// Cards read by engines that the program does not use, see Tests/Engines/decode_cards.py.
@Suite struct EnginesTests {
    @Test(
        "zxing-cpp and WeChat's reader read printed cards as they are and degraded, and segno draws the same modules",
        arguments: [
            // All six fields; the smallest symbols at the coarsest resolution; a symbol of another size.
            [], ["施工许可", "高端化工", "--design", "窗口标签", "--dpi", "150"], ["房地产开发", "--design", "桌牌", "--dpi", "200"],
        ])
    func engines(arguments: [String]) throws {
        let folder = try TemporaryFolder()
        let printed = try BuiltCommand.run(["print", "--trial", "--out", folder.path] + arguments)
        try #require(printed.status == 0, "\(printed.errors)")
        let read = try BuiltCommand.run(
            executable: Repository.path(".build/venv/bin/python"),
            [Repository.path("Tests/Engines/decode_cards.py"), folder.path])
        #expect(read.status == 0, "\(read.output)\(read.errors)")
        #expect(read.output.contains("every module as segno has it"))
    }

    @Test("The comparison notices a card that is not what its manifest says")
    func notices() throws {
        let folder = try TemporaryFolder()
        let printed = try BuiltCommand.run([
            "print", "房地产开发", "现代物流", "--trial", "--design", "窗口标签", "--dpi", "150", "--out", folder.path,
        ])
        try #require(printed.status == 0, "\(printed.errors)")
        let files = ["房地产开发", "现代物流"].map { URL(fileURLWithPath: folder.path("\($0)-窗口标签.png")) }
        try Data(contentsOf: files[1]).write(to: files[0])
        let read = try BuiltCommand.run(
            executable: Repository.path(".build/venv/bin/python"),
            [Repository.path("Tests/Engines/decode_cards.py"), folder.path])
        #expect(read.status == 1)
        #expect(read.output.contains("modules differ from segno's"))
        #expect(read.output.contains("does not read it as it is"))
    }
}
