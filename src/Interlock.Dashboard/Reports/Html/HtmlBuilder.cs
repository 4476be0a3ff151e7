using System.Net;
using System.Text;

namespace Interlock.Dashboard.Reports.Html;

/// <summary>Writes HTML in which every text is escaped; what is not text is a literal of this room or a picture of the SVG writer.</summary>
internal sealed class HtmlBuilder
{
    private readonly StringBuilder _text = new();

    public HtmlBuilder Markup(string literal)
    {
        _text.Append(literal);
        return this;
    }

    public HtmlBuilder Text(string text)
    {
        _text.Append(Escape(text));
        return this;
    }

    public HtmlBuilder Element(string tag, string text, string attributes = "")
    {
        _text.Append('<').Append(tag).Append(attributes.Length == 0 ? "" : " ").Append(attributes).Append('>');
        return Text(text).Markup($"</{tag}>\n");
    }

    /// <summary>A table with a caption and a header cell for each column; nothing where there are no rows.</summary>
    public HtmlBuilder Table(string caption, IReadOnlyList<string> headers, IReadOnlyList<IReadOnlyList<Cell>> rows)
    {
        if (rows.Count == 0)
        {
            return this;
        }

        Markup("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"").Text(caption).Markup("\"><table><caption>").Text(caption).Markup("</caption><thead><tr>");
        for (int i = 0; i < headers.Count; i++)
        {
            Markup(rows[0][i].IsNumber ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">").Text(headers[i]).Markup("</th>");
        }

        Markup("</tr></thead><tbody>\n");
        foreach (IReadOnlyList<Cell> row in rows)
        {
            Row(row);
        }

        return Markup("</tbody></table></div>\n");
    }

    public override string ToString() => _text.ToString();

    public static string Escape(string text) => WebUtility.HtmlEncode(CleanText.Of(text));

    private void Row(IReadOnlyList<Cell> row)
    {
        Markup("<tr>");
        for (int i = 0; i < row.Count; i++)
        {
            string tag = i == 0 ? "th" : "td";
            Markup($"<{tag}{(i == 0 ? " scope=\"row\"" : "")}{(row[i].IsNumber ? " class=\"n\"" : row[i].IsWhole ? " class=\"w\"" : "")}>");
            if (row[i].Target is { } target)
            {
                Markup("<a href=\"#").Text(target).Markup("\">").Text(row[i].Text).Markup("</a>");
            }
            else
            {
                Text(row[i].Text);
            }

            Markup($"</{tag}>");
        }

        Markup("</tr>\n");
    }
}
