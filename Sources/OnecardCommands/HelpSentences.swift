/// The sentences of the commands' help, in Chinese, by the English ones.
enum HelpSentences {
    static let chinese: [String: String] = commands.merging(options) { first, _ in first }

    private static let commands = [
        "Printed cards with a QR code for investment projects, and the pages they open.": "投资项目服务一卡通：印好的卡，和扫码打开的页面。",
        "Make an empty site: the folders, site.yaml to fill in, a design and a sheet.":
            "建一个空的网站：文件夹、要填的site.yaml、一个版式和一个拼版。",
        "Nothing that is there already is touched: where one of its folders exists, it makes nothing.":
            "已经有的都不动：有其中一个文件夹，就什么都不建。",
        "Check all guide and card files.": "检查全部指南和卡的文件。",
        "Exit status: 0 without errors, 1 with errors, 64 for wrong usage.": "退出状态：没有错误是0，有错误是1，命令写错是64。",
        "Write a new guide or card file with comments and a fresh code.": "新建一个带说明的指南或卡的文件，分好短码。",
        "`new code NAME` mints codes in advance, for cards that are printed before their guide exists, and lists them in reserved.yaml; `new item NAME --code CODE` writes the guide of such a code.":
            "先印卡、后写指南的，用 new code 用途 领短码，记在reserved.yaml里；写指南时用 new item 名称 --code 短码。",
        "Print cards as PNG or PDF files, and enter them in the ledger.": "印卡：写出PNG或PDF文件，并记入台账。",
        "Each finished picture is decoded again before it is written, as it is and in bad conditions; a card that does not give back exactly its address is not written. Either all files and all rows of the ledger are written or none; a print that was cut off is completed by the next one. For good, only the address in site.yaml is printed, or a former one, and only such as everybody can open.":
            "每张卡写出前都把成品再扫一遍，条件差的也扫；扫出来的不正好是它的网址，就不写出。文件和台账要么全写，要么都不写；中途断了的，下一次打印会补完。正式印的，只用site.yaml里的网址或曾用网址，而且要人人都打得开。",
        "The guides need not be in order for it. Manifests are what `print` writes beside the pictures: the ledger must have every card in them.":
            "指南有错误也能查对。manifest.json是打印时写在图片旁边的：里面的每张卡，台账里都要有。",
        "Write a code's bare QR symbol as SVG, PNG or PDF.": "只写出一个短码的二维码，SVG、PNG或PDF。",
        "The quiet zone of four modules is part of the file. A PNG is decoded again before it is written.":
            "文件里已经有四周4个方块宽的白边。PNG写出前会再扫一遍。",
        "Write a guide's flowchart as SVG, PNG or PDF, A4 or A3.": "写出一个指南的流程图，SVG、PNG或PDF，A4或A3。",
        "Where one page is too small, the chart is split between its stages; SVG and PNG files are then numbered.":
            "一页放不下时按阶段分页，SVG和PNG文件会编号。",
        "Serve the pages that the cards open.": "提供扫码打开的页面。",
        "Changed files are served within a second; while one has errors, its last good version goes on being served, with --data also after a restart, and /readyz says what is wrong. SIGHUP reads files and certificates anew. SIGTERM and Ctrl-C stop it after the answers in flight.":
            "文件改了，一秒内换上；有错误的文件继续用以前好的，写了--data的，重启以后也是；/readyz说明哪里错。SIGHUP重新读文件和证书。SIGTERM和Ctrl-C答完手上的再停。",
        "Have a running daemon read files and certificates anew, and wait for the outcome.":
            "让正在运行的服务重新读文件和证书，等它的结果。",
        "For `systemctl reload`. Exit status: 0 when everything is served, 1 when something newest is refused, with the reasons; then its last good version goes on being served.":
            "给systemctl reload用。退出状态：全部换上是0；有没有换上的是1，并说明原因，没有换上的继续用以前好的。",
        "List everything that leans on a law, or on an article or paragraph of it.": "列出引用一部法规或它的一条、一款的全部指南、政策和批次。",
        "Report reviews due, policies expiring, laws changed, sample data still in place, and printed codes by state.":
            "列出到期的核对、快到期的政策、改过的法规、还没有换掉的示例数据，和印过的短码现在打开什么。",
        "Write JSON Schemas for editors, and the handbook's tables of keys.": "写出编辑器用的JSON Schema和键表。",
        "Both are made from the shapes that `onecard check` uses.": "两样都由检查用的同一份定义生成。",
        "Show how often the codes were scanned.": "显示各短码扫了多少次。",
        "Verify the ledger of printed codes, merge two of them, or void a misprinted batch.":
            "台账：查对、合并两个人的台账、作废印错的一批。",
        "Check that no row of the ledger was changed, and that none is missing.": "查对台账：没有一行被改过，也没有少。",
        "Bring the rows of another clone's ledger into this one.": "把另一份台账的行并进来。",
        "Take a misprinted batch back, by a row of its own; nothing is deleted.": "作废印错的一批：另记一行，什么都不删。",
        "Counts per code, day and hour in China; nothing about people is kept. A scan is one opening of the address on the card, /c/CODE. The same page in large print, with answers chosen, as data or as a file counts no second time.":
            "按短码、日期和时段（北京时间）计数，不记任何人的信息。打开一次卡上的网址算一次；同一页的大字版、选了情形的、数据和文件不另算。",
    ]

    private static let options = [
        "The folder in which guides and cards are made.": "在这个文件夹里建guides和cards。",
        "The folder with the guide files.": "指南文件所在的文件夹。", "The folder with the card files.": "卡的文件所在的文件夹。",
        "Treat warnings as errors.": "警告也当错误。",
        "Show all findings, even where they do not fit the terminal.": "全部显示，一屏放不下也显示。",
        "Check as on this day, such as 2027-05-01; today if not given.": "按这一天检查，如2027-05-01；不写就是今天。",
        "text or json.": "text给人看，json给程序用。",
        "Print the manual of a rule, such as unknown-key, or of all rules: all.": "讲解一条规则，如unknown-key；all讲解全部。",
        "Show the version.": "显示版本。", "Show help information.": "显示说明。",
        "Show subcommand help information.": "显示一个命令的说明。",
        "item, roadmap, law, policy, notice, card, design, sheet or code.":
            "item事项、roadmap全流程、law法规、policy政策、notice通知、card卡、design版式、sheet拼版，或code短码。",
        "The name, which is also the file's name; for codes, what they are for.": "名称，也是文件名；领短码时写用途。",
        "The official name, where it is too long for a file or has a slash in it.": "正式名称：太长、有“/”，不能作文件名时写。",
        "A code minted in advance that the new guide takes.": "预先领好的短码，给这个新指南。",
        "How many codes to mint.": "领几个短码。",
        "Names of cards, or of guides; without any, all cards are printed.": "卡或指南的名称；不写就印全部卡。",
        "The folder to write to; made where it does not exist.": "写到哪个文件夹；没有就新建。",
        "The design, a file in cards/designs/; without it 口袋卡, for items 窗口标签.":
            "版式，cards/designs/里的文件；不写用口袋卡，印事项用窗口标签。",
        "All items, as labels for their counters.": "全部事项，印成窗口标签。",
        "Only cards and items of this field.": "只印这个领域的。", "Dots per inch, 150 to 1200.": "每英寸多少点，150到1200。",
        "Draw the design's bleed beyond each edge, for print shops.": "四边画出血，给印刷厂。",
        "How many copies of each will be made, for the ledger.": "每张印多少份，记在台账里。",
        "The print run's name; without it, the day and a number.": "这一批的名称；不写就用日期和序号。",
        "Mark the cards 试印, for trying out, and enter nothing in the ledger.": "试印：卡上有“试印”字样，不记台账。",
        "Threads to draw with; without it, one for each core.": "用几个线程画；不写就一个核一个。",
        "Write one picture of all designs and the chosen cards, and nothing else.": "只写一张图，画出全部版式和选中的卡。",
        "png, or pdf: lines and letters, a page for each side, for print shops.": "png图片；pdf矢量，每面一页，给印刷厂。",
        "Many cards to a page, as a file in cards/sheets/ says; PDF.": "一张纸印多张，照cards/sheets/里的拼版文件；PDF。",
        "The first place to print on, for a sheet that was begun.": "从第几格印起，用半张标签纸时写。",
        "Draw crop marks, on sheets and on PDF pages with bleed.": "画裁切线（拼版和带出血的PDF）。",
        "The address to use instead of the one in site.yaml, for a trial.": "试用的网址，代替site.yaml里的。",
        "The code, or the name of a guide.": "短码，或指南的名称。", "The guide's name or code.": "指南的名称或短码。",
        "The file to write, ending in .svg, .png or .pdf.": "写到哪个文件，以.svg、.png或.pdf结尾。",
        "Dots per inch of a PNG, 150 to 1200.": "PNG每英寸多少点，150到1200。",
        "The side with the quiet zone, in millimetres.": "连白边的边长，毫米。", "a4 or a3.": "a4或a3。",
        "A law by any of its names, and places in it: 建筑法 第八条, 建筑法第八条第一款, 中华人民共和国建筑法 8.":
            "法规的文件名、全称或简称，和条款：建筑法 第八条、建筑法第八条第一款、中华人民共和国建筑法 8。",
        "The day to audit for, such as 2027-05-01; today if not given.": "按哪一天，如2027-05-01；不写就是今天。",
        "How many days ahead counts as soon.": "多少天以内算快到期。",
        "The address to listen on; 0.0.0.0 for every network.": "在哪个地址上提供服务；0.0.0.0是全部网络。",
        "The port to listen on; 0 lets the system choose.": "端口；0由系统选。",
        "The folder for scan counts and each file's last good version; without it neither is kept.":
            "记扫码次数、留各文件上一个好版本的文件夹；不写就都不留。",
        "The certificate chain for HTTPS and HTTP/2, PEM.": "HTTPS的证书，PEM格式。",
        "The certificate's private key, PEM.": "证书的私钥，PEM格式。",
        "For writing guides: pages reload themselves after each change and show its errors. This machine only.":
            "写指南时用：改了文件，页面自动刷新，并显示错误。只在本机。",
        "Requests a second from one address over time, a search counting as 10; 0 for no limit.":
            "同一地址每秒多少次请求，一次查找算10次；0不限。",
        "Connections at the same time.": "同时多少个连接。",
        "Seconds after which a connection that completes nothing is closed.": "连接空闲多少秒就断开。",
        "An address or network (10.0.0.0/8) whose X-Forwarded-For is believed, with or without ports in it; may be repeated. Other fields, as Forwarded and X-Real-IP, are never read.":
            "可信的代理的地址或网段（10.0.0.0/8），信它的X-Forwarded-For，里面带不带端口都行；可以写几次。Forwarded、X-Real-IP等别的字段不读。",
        "How log lines look on standard error: text or json.": "日志的样子：text或json。",
        "The least urgent log lines that are written: trace, debug, info, notice, warning, error or critical.":
            "写哪些日志：这一级和更要紧的；trace、debug、info、notice、warning、error或critical。",
        "Where operators ask for /healthz, /readyz and /metrics, by plain HTTP; local: programs on this machine at the public address, not behind a proxy. Without it nobody.":
            "监控程序在哪里问/healthz、/readyz和/metrics（HTTP）；local：本机的程序在公开的地址上问，前面有代理时不要用。不写就谁也问不到。",
        "The folder that serve was given as --data.": "serve的--data写的文件夹。",
        "The folder that serve was given as --control.": "serve的--control写的文件夹。",
        "The folder through which `onecard reload` learns what became of it.": "onecard reload从这个文件夹知道结果。",
        "The daemon's process.": "服务的进程号。",
        "How many seconds to wait for the outcome.": "最多等几秒。",
        "The first day that counts, such as 2026-11-01.": "从哪天算起，如2026-11-01。",
        "How the numbers are shown: table, csv or json.": "怎样显示：table、csv或json。",
        "What to write.": "新建什么。",
        "The folder with small files for the site's root, such as WeChat's MP_verify_….txt.":
            "放在网站根上的小文件所在的文件夹，如微信的MP_verify_….txt。",
        "With --preview: show the pages as of this day, such as 2027-05-01.": "与--preview一起：按这一天显示页面，如2027-05-01。",
        "Also print cards of items that are paused.": "暂停办理的事项也印。",
        "How many copies of each will be made, for the ledger, up to 1000000.": "每张印多少份，记在台账里，最多1000000。",
        "Print for good though the address is a sample, of http, an IP address or of one's own network; the ledger says so.":
            "网址是示例、http、IP地址或内网的，也正式打印；台账里会记上。",
        "The ledger that takes in the other, and is written.": "并进来的台账，会改写。",
        "The other ledger, which stays as it is.": "另一份台账，不改。",
        "The ledger as it was before the two parted.": "两份分开以前的台账。",
        "manifest.json files of prints for good, whose cards must be in the ledger.": "正式打印的manifest.json，里面的卡都要在台账里。",
        "Write ledger.head anew, where it is missing or the ledger has grown by a merge.":
            "重写ledger.head：它不见了，或者合并以后台账变长了。",
        "The batch's name, the first column of the ledger.": "批次的名称，台账的第一栏。",
        "Why, for whoever reads the ledger.": "为什么作废，写给看台账的人。",
    ]
}
