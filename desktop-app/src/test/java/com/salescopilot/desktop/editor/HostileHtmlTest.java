package com.salescopilot.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.fuzz.Worked;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Forms of hostile HTML of our own, which are tried in every build.
final class HostileHtmlTest {
  private static final int DEEP = 20_000;

  /// More than this of a letter is not read.
  private static final int LIMIT = 1 << 20;

  private static final int MANY = 5_000_000;

  /// What one does not notice. A megabyte takes the parser alone most of it.
  private static final Duration GLANCE = Duration.ofMillis(200);

  static final List<String> FORMS =
      List.of(
          "<script>alert(1)</script>",
          "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
          "<scr<script>ipt>alert(1)</scr</script>ipt>",
          "<img src=x onerror=alert(1)>",
          "<img src=\"http://evil.example/pixel.gif\" width=1 height=1>",
          "<img srcset=\"http://evil.example/a.png 2x\">",
          "<picture><source srcset=//evil.example/b.png><img></picture>",
          "<svg onload=alert(1)>",
          "<svg><script>alert(1)</script></svg>",
          "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>",
          "<svg><foreignObject><iframe src=//evil.example></iframe></foreignObject></svg>",
          "<svg><use href=\"data:image/svg+xml;base64,PHN2Zz4=\"></use></svg>",
          "<svg><animate attributeName=href values=\"javascript:alert(1)\"/></svg>",
          "<math><mtext><table><mglyph><style><img src=x"
              + " onerror=alert(1)></style></mglyph></table></mtext></math>",
          "<style>@import url(//evil.example/x.css);</style>",
          "<p style=\"background:url(http://evil.example/x)\">x</p>",
          "<p style=\"width:expression(alert(1))\">x</p>",
          "<div style=\"behavior:url(#default#time2)\">x</div>",
          "<link rel=stylesheet href=//evil.example/x.css>",
          "<link rel=preconnect href=//evil.example>",
          "<base href=\"javascript:alert(1)//\">",
          "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
          "<meta http-equiv=Content-Security-Policy content=\"default-src *\">",
          "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
          "<iframe src=\"data:text/html,<script>alert(1)</script>\"></iframe>",
          "<object data=\"//evil.example/x.swf\"></object>",
          "<embed src=\"//evil.example/x.swf\">",
          "<applet code=Evil.class></applet>",
          "<form action=//evil.example><input name=password><button>go</button></form>",
          "<input autofocus onfocus=alert(1)>",
          "<textarea></textarea><script>alert(1)</script>",
          "<select><option onclick=alert(1)>x</select>",
          "<isindex action=\"javascript:alert(1)\">",
          "<video poster=//evil.example/x.png><source onerror=alert(1)></video>",
          "<audio src=//evil.example/x.mp3 autoplay></audio>",
          "<body onload=alert(1) background=//evil.example/x.png>",
          "<table background=//evil.example/x.png><tr><td>x</td></tr></table>",
          "<a href=\"javascript:alert(1)\">x</a>",
          "<a href=\" &#14;javascript:alert(1)\">x</a>",
          "<a href=\"java&#x0A;script:alert(1)\">x</a>",
          "<a href=\"jav&#x09;ascript:alert(1)\">x</a>",
          "<a href=\"&#106;avascript&colon;alert(1)\">x</a>",
          "<a href=\"JaVaScRiPt:alert(1)\">x</a>",
          "<a href=\"vbscript:msgbox(1)\">x</a>",
          "<a href=\"data:text/html;base64,PHNjcmlwdD4=\">x</a>",
          "<a href=\"file:///etc/passwd\">x</a>",
          "<a href=\"smb://evil.example/share\">x</a>",
          "<a href=\"blob:https://evil.example/1\">x</a>",
          "<a href=\"//evil.example/x\">x</a>",
          "<a href=\"\\\\evil.example\\share\">x</a>",
          "<a href=\"https://ok.example\" onclick=alert(1) id=x class=y style=z target=_blank"
              + " ping=//evil.example>x</a>",
          "<a href=\"https://ok.example/&quot; onmouseover=&quot;alert(1)\">x</a>",
          "<a name=x id=location>x</a><form id=document></form>",
          "<p id=\"__proto__\" class=\"constructor\">x</p>",
          "<b><i><u><s><font color=red face=\"x\" size=7 onclick=alert(1)>x</font></s></u></i></b>",
          "<!--><script>alert(1)</script>-->",
          "<!--[if IE]><script>alert(1)</script><![endif]-->",
          "<![CDATA[<script>alert(1)</script>]]>",
          "<?xml version=\"1.0\"?><?php echo 1 ?><p>x</p>",
          "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><p>&x;</p>",
          "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
          "<template><script>alert(1)</script></template>",
          "<xmp><script>alert(1)</script></xmp><plaintext><script>alert(1)",
          "<p title=\"`onmouseover=alert(1)`\" `onx=1`>x</p>",
          "<a href=https://ok.example/{{firstName}} onx=\"{{x}}\">x</a>",
          "<x-custom onclick=alert(1)><slot name=x></slot></x-custom>",
          "<marquee onstart=alert(1)>x</marquee><blink>x</blink>",
          "<details open ontoggle=alert(1)><summary>x</summary></details>",
          "<dialog open><form method=dialog>x</form></dialog>",
          "<bdo dir=rtl onclick=alert(1)>moc.knab//:sptth</bdo>",
          "<a href=\"https://ok.example/\u202Egpj.exe\">\u202Etfel\u202C</a>",
          "<a href=\"\u202Ehttps://evil.example\">x</a><p dir=\"rtl\">\u2067a\u2069</p>",
          "<img alt=\"\u202Egnp.exe\" src=//evil.example/x>",
          "<keygen onfocus=alert(1)><bgsound src=//evil.example/x>");

  /// Too long to be written down.
  private static List<String> endless() {
    return List.of(
        "<div>".repeat(DEEP) + "x",
        "<b><i>".repeat(DEEP / 2) + "x",
        "<blockquote>".repeat(DEEP) + "<script>alert(1)</script>",
        "<ul><li>".repeat(DEEP / 2) + "x",
        "<table><tr><td>".repeat(DEEP / 10) + "x",
        "<p>".repeat(MANY / 3),
        "<div>".repeat(MANY / 5) + "x",
        "<span>".repeat(MANY / 6) + "<script>alert(1)</script>",
        "<a href=https://ok.example/" + "a".repeat(2 * LIMIT) + ">x</a>",
        "&amp;".repeat(DEEP),
        "<".repeat(DEEP),
        "<!--".repeat(DEEP),
        "<p " + "a=1 ".repeat(DEEP) + ">x</p>");
  }

  private static List<String> forms() {
    List<String> all = new ArrayList<>(FORMS);
    all.addAll(endless());
    return all;
  }

  @Test
  void nothing_but_text_lists_quotes_and_safe_links_comes_through() {
    assertThat(forms()).hasSizeGreaterThanOrEqualTo(60);
    for (String form : forms()) {
      Cleaned cleaned = Cleaned.of(form);
      assertThat(cleaned.offences()).as(start(form)).isEmpty();
      assertThat(cleaned.html().length()).as(start(form)).isLessThanOrEqualTo(2 * LIMIT);
      assertThat(Cleaned.of(cleaned.html())).as("again: " + start(form)).isEqualTo(cleaned);
    }
  }

  @Test
  void no_form_takes_longer_than_a_glance() {
    for (String form : forms()) {
      Duration limit = form.length() < LIMIT ? GLANCE : GLANCE.multipliedBy(5);
      assertThat(Worked.within(limit, () -> HtmlCodec.read(form)).document().lines())
          .as(start(form))
          .isNotEmpty();
    }
  }

  @Test
  void what_is_harmless_stays() {
    assertThat(Cleaned.of("<p>a <b>b</b> <a href='https://ok.example/?x=1&amp;y'>c</a></p>").html())
        .contains("<strong>b</strong>", "https://ok.example/?x=1&amp;y");
    String turned = "a\u202egnp.exe\u2066b\u200e";
    assertThat(Cleaned.of("<p>" + turned + "</p>").html()).as("letters stay letters").contains("a");
  }

  private static String start(String form) {
    return form.substring(0, Math.min(form.length(), 120));
  }
}
