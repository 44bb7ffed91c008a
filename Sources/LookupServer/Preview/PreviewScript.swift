/// The script of `serve --preview`, which every previewed page loads.
enum PreviewScript {
    /// Asks for the state, reloads the page when there is a new one, and shows errors in a panel that the page's own
    /// style cannot reach.
    ///
    /// What comes from files is only ever text.
    static let text = """
        (function () {
          var seen = null, panel = null;
          var style = ':host{all:initial}' +
            'section{position:fixed;left:0;right:0;bottom:0;max-height:60vh;overflow:auto;z-index:2147483647;box-sizing:border-box;' +
            'background:#fff;color:#222;font:15px/1.6 system-ui,"Noto Sans CJK SC",sans-serif;' +
            'border-top:5px solid #b3261e;box-shadow:0 -4px 24px #0005;padding:12px 16px calc(12px + env(safe-area-inset-bottom))}' +
            'h2{font-size:17px;margin:0;color:#b3261e}p{margin:2px 0 0;color:#555}' +
            'ol{margin:8px 0 0;padding:0;list-style:none}li{padding:8px 0;border-top:1px solid #ddd}' +
            'code{display:block;font:13px/1.5 ui-monospace,monospace;color:#555;overflow-wrap:anywhere}' +
            'b{font-weight:600;overflow-wrap:anywhere}';
          function add(to, name, text) {
            var e = document.createElement(name);
            if (text) e.textContent = text;
            to.appendChild(e);
            return e;
          }
          function show(title, hint, problems) {
            if (panel) { panel.remove(); panel = null; }
            if (!title) return;
            panel = add(document.documentElement, 'onecard-preview');
            var root = panel.attachShadow({ mode: 'open' });
            add(root, 'style', style);
            var box = add(root, 'section');
            box.setAttribute('role', 'alert');
            add(box, 'h2', title);
            add(box, 'p', hint);
            var list = problems.length && add(box, 'ol');
            problems.forEach(function (p) {
              var item = add(list, 'li');
              add(item, 'b', p.message);
              add(item, 'code', p.file + (p.line ? ':' + p.line : '') + '  [' + p.rule + ']');
            });
          }
          var shown = '';
          function take(state) {
            if (seen !== null && seen !== state.state) { location.reload(); return; }
            seen = state.state;
            var now = JSON.stringify(state.problems);
            if (now !== shown) {
              shown = now;
              var n = state.problems.length;
              show(n && '指南文件有' + (n < 100 ? n : '100个以上的') + (n < 100 ? '个' : '') + '错误', '这一页还是改动以前的样子；改正并保存后，页面自动刷新。', state.problems);
            }
            setTimeout(look, 300);
          }
          function look() {
            fetch('/preview/state', { cache: 'no-store' }).then(function (r) { return r.json(); }).then(take, function () {
              if (shown !== 'lost') { shown = 'lost'; show('预览已经停止', '请重新运行 onecard serve --preview，页面会自己接上。', []); }
              setTimeout(look, 1000);
            });
          }
          look();
        })();

        """
}
