/// The one script, inside every page: ticks that stay on the phone, instant answers to 情形, the section in the bar.
///
/// Pages read and work without it. It makes no request and stores nothing but the names of ticked materials.
enum PageScript {
    /// Written small by hand: it is in every page.
    static let text: StaticString = """
        (function(){var d=document,E=d.documentElement,k='t:'+E.dataset.c,A=function(q){return [].slice.call(d.querySelectorAll(q))},s=[],b=A('.t input'),f=d.querySelector('form.w'),B=d.querySelector('nav.b');\
        try{s=JSON.parse(localStorage.getItem(k))||[]}catch(e){}\
        function N(i){return i.parentNode.querySelector('b').textContent}\
        function H(i){return i.closest('[hidden]')}\
        function C(){var v=b.filter(function(i){return!H(i)}),n=v.filter(function(i){return i.checked}).length;A('.v').forEach(function(o){o.hidden=!v.length;o.style.top=(B?B.offsetHeight:0)+'px';o.textContent=o.dataset.v.replace('#',n).replace('/',v.length)})}\
        function W(){var a={};A('form.w input:checked').forEach(function(i){a[i.name]=i.value});A('[data-w]').forEach(function(e){var y=e.dataset.w.split(' ').some(function(x){var p=x.split('.'),g=a['q'+p[0]];return!g||g==p[1]});if(e.tagName=='LI')e.hidden=!y;else e.classList.toggle('no',!y)});C()}\
        b.forEach(function(i){i.checked=s.indexOf(N(i))>=0;i.onchange=function(){try{localStorage.setItem(k,JSON.stringify(b.filter(function(j){return j.checked}).map(N)))}catch(e){}C()}});\
        if(f){f.querySelector('button').hidden=true;f.onchange=W}else W=C;W();addEventListener('pageshow',W);\
        addEventListener('beforeprint',function(){A('details').forEach(function(x){x.open=true})});\
        if(self.IntersectionObserver){var o=new IntersectionObserver(function(e){e.forEach(function(x){var l=d.querySelector('nav.b a[href="#'+x.target.id+'"]');if(l){if(x.isIntersecting)l.setAttribute('aria-current','true');else l.removeAttribute('aria-current')}})},{rootMargin:'-30% 0px -69% 0px'});A('section').forEach(function(x){o.observe(x)})}})()
        """

    /// Its hash as `Content-Security-Policy` names it (CSP Level 3 §2.3.1); a test holds the two together.
    static let hash = "sha256-k87JEuZoRgNcB9fMS9dVSXSfT0juOJHdhD24HThasuk="
}
