using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Interlock.Dashboard.Tests.Reports;

/// <summary>Checks a page as strictly as XML: every element closed, every attribute quoted, and nothing that runs.</summary>
internal static partial class Pages
{
    private static readonly string[] Known =
    [
        "html", "head", "meta", "title", "style", "body", "main", "header", "section", "h1", "h2", "h3", "h4", "p", "span", "div", "dl", "dt", "dd", "table", "caption", "thead", "tbody",
        "tr", "th", "td", "a", "ul", "li", "figure", "figcaption", "img", "details", "summary", "pre", "code",
    ];

    public static XElement AssertParses(string html)
    {
        string xml = Void().Replace(html.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal), "<$1/>");
        XElement root = XElement.Load(XmlReader.Create(new StringReader(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit }));
        foreach (XElement element in root.DescendantsAndSelf())
        {
            bool isPicture = element.Name.NamespaceName == "http://www.w3.org/2000/svg";
            Assert.True(isPicture || Known.Contains(element.Name.LocalName), $"<{element.Name.LocalName}> is none of ours");
            Assert.DoesNotContain(element.Name.LocalName, new[] { "script", "foreignObject", "iframe", "object", "embed", "animate", "set" });
            Assert.DoesNotContain(element.Attributes(), attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain(element.Attributes(), attribute => attribute.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase));
        }

        return root;
    }

    [GeneratedRegex("<((?:meta|img)[^>]*)>")]
    private static partial Regex Void();
}
