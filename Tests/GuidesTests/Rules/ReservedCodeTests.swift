import Guides
import Testing

/// guides/reserved.yaml: codes that are printed before their guide exists.
@Suite struct ReservedCodeTests {
    @Test func aReservedCodeIsNobodyElses() {
        expect(
            DuplicateCode.self,
            in: [
                "items/甲.yaml": "短码: 1️⃣CY7MN\n",
                "retired.yaml": "退役:\n  - {短码: 2️⃣00000, 名称: 乙, 日期: 2026-01-01, 原因: 取消}\n",
                "reserved.yaml": """
                预留:
                  - {短码: 3️⃣CY7MN, 用途: 甲, 日期: 2026-01-01}
                  - {短码: 4️⃣00000, 用途: 乙, 日期: 2026-01-01}
                  - {短码: 5️⃣T6J28, 用途: 丙, 日期: 2026-01-01}
                  - {短码: 6️⃣T6J28, 用途: 丁, 日期: 2026-01-01}
                """,
            ],
            [
                "3️⃣ 预留的短码“CY7MN”已经有指南了，请从这里删去这一条（1️⃣ 用在这里）",
                "4️⃣ 短码“00000”已经退役，不能再预留，请从这里删去；要用就换一个新的（2️⃣ 首次写在这里）",
                "6️⃣ 短码“T6J28”预留了两次，请只留一条（5️⃣ 首次写在这里）",
            ])
    }

    @Test func itsShapeIsChecked() {
        expect(
            MissingKey.self, in: ["reserved.yaml": "预留:\n  - 1️⃣{短码: T6J28, 日期: 2026-01-01}\n"],
            ["1️⃣ “预留”缺少“用途”（写给扫码的人看：给哪个指南预留）"])
        expect(
            WrongCheckCharacter.self, in: ["reserved.yaml": "预留:\n  - {短码: 1️⃣T6J29, 用途: 甲, 日期: 2026-01-01}\n"],
            ["1️⃣ 短码“T6J29”的最后一个字符不对；如果前四个字符没有写错，应当是“8”"])
    }
}
