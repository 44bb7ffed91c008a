internal import OnecardCommands

@main
enum Onecard {
    static func main() async {
        await OnecardCommand.start()
    }
}
