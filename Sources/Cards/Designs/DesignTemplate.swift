/// A commented design and a commented sheet to start from; both are valid as they stand.
package enum DesignTemplate {
    /// - Parameter name: The design's name, for its first line.
    package static func design(_ name: String) -> String {
        let placeholders = Placeholder.allCases.map { "{\($0.rawValue)}" }
        let lines = stride(from: 0, to: placeholders.count, by: 10).map { start in
            "#   " + placeholders[start..<min(start + 10, placeholders.count)].joined(separator: " ")
        }
        return """
            # 版式“\(name)”：改完运行 onecard check，再看样子：
            #   onecard print --design \(name) --preview --out 预览
            # 长度都是毫米，从裁切后的左上角量起；字号和行距是点（1点约0.35毫米）。
            # 画的次序从上往下，后面的压住前面的；二维码总是最后画。
            # 花括号里的占位，印时换成这张卡的内容；写错了 onecard check 会指出来。能用的有：
            \(lines.joined(separator: "\n"))
            说明: 名片大小，单面        # 一句话：多大、几面、放在哪里
            宽: 90
            高: 54
            出血: 3                     # 裁切线外多画多少；印刷厂一般要3
            安全边: 3.5                 # 文字和二维码离裁切线至少多少
            分面:                       # 一面，或正面和背面两面
              - 名称: 正面
                底色: 白                # 主题色（随领域变）、黑、白、深灰、浅灰，或"#A3322B"这样的颜色
                元素:
                  # 色块：涂满的矩形，细的就是线。要么留在安全边里，要么一直画到出血。
                  - 色块: {左: -3, 上: -3, 宽: 96, 高: 15, 颜色: 主题色}
                  # 文字：基线是第一行字的底线；放不下时缩到最小字号，还放不下就不印，并说明超出多少。
                  - 文字: {内容: "{网站}", 左: 6, 宽: 60, 基线: 8, 字号: 10, 粗: 是, 颜色: 白}
                  - 文字: {内容: "{标题}", 左: 6, 宽: 44, 基线: 21.5, 字号: 16, 最小字号: 10, 粗: 是}
                  - 文字: {内容: "{副题}", 左: 6, 宽: 44, 基线: 27.5, 字号: 8, 颜色: 深灰}
                  - 文字: {内容: "打开 {网址}，输入卡号 {卡号}", 左: 6, 宽: 44, 基线: 36, 字号: 8, 行数: 2, 行距: 12}
                  - 文字: {内容: "{单位}　咨询 {电话}", 左: 6, 宽: 78, 基线: 49.5, 字号: 7, 最小字号: 6, 颜色: 深灰}
                  # 有二维码的一面，必须有一处只在试印时画的字，试印的卡才认得出来。
                  - 文字: {内容: 试印, 左: 70, 宽: 14, 基线: 8, 字号: 9, 粗: 是, 颜色: 白, 对齐: 右, 仅试印: 是}
                  # 图片：与本文件放在一起的PNG。
                  # - 图片: {文件: 标志.png, 左: 6, 上: 40, 宽: 8, 高: 8}
                  # 流程图：指南的流程图，画满这个框。
                  # - 流程图: {左: 6, 上: 20, 宽: 40, 高: 25, 栏数: 1}
                  # 二维码：每个版式正好一个。边长只算黑色方块部分，四周另留4个方块宽的白边，什么都不能压在上面；
                  # 每个方块至少0.5毫米。
                  - 二维码: {左: 57, 上: 17.5, 边长: 25}

            """
    }

    /// - Parameter name: The sheet's name, for its first line.
    package static func sheet(_ name: String) -> String {
        """
        # 拼版“\(name)”：一张纸上怎么放卡。长度都是毫米。改完运行 onecard check，再试一张：
        #   onecard print --trial --sheet \(name) --out 试印
        说明: A4纸竖放，10张银行卡大小的卡，2列5行
        纸宽: 210        # A4竖放是210×297，横放是297×210；A3竖放是297×420
        纸高: 297
        卡宽: 85.6       # 与版式的宽、高一样
        卡高: 53.98
        列数: 2
        行数: 5
        列距: 2          # 两列之间空多少；不写就是0
        行距: 2
        出血: 1          # 不能超过列距和行距的一半；不写就是0
        # 左边: 18.4     # 第一列离纸边多少；不写就居中。买来的标签纸按包装上的尺寸写
        # 上边: 9.55
        # 裁切线: 否     # 已经切好的标签纸不用画裁切线

        """
    }
}
