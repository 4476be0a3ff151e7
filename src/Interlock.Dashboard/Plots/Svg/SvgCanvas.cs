using System.Text;
using Interlock.Dashboard.Plots.Drawing;
using Interlock.Dashboard.Plots.Figures;

namespace Interlock.Dashboard.Plots.Svg;

/// <summary>Draws by writing SVG elements.</summary>
internal sealed class SvgCanvas(ThemeColors colors, bool isThemed, string idPrefix) : ICanvas
{
    private readonly StringBuilder _body = new();
    private readonly SortedSet<StateKind> _patterns = [];

    public string Body => _body.ToString();

    /// <summary>Patterns that the body refers to.</summary>
    public string Definitions => string.Concat(_patterns.Select(kind => SvgPattern.Of(kind, PatternId(kind), colors)));

    public void Box(PlotBox box, Paint paint, string hover = "")
    {
        _body.Append("<rect").Append(Place(box)).Append(Fill(paint));
        Close("rect", hover);
    }

    public void Hatch(PlotBox box, StateKind kind)
    {
        if (SvgPattern.Has(kind))
        {
            _patterns.Add(kind);
            _body.Append("<rect").Append(Place(box)).Append(" fill=\"url(#").Append(PatternId(kind)).Append(")\" pointer-events=\"none\"/>\n");
        }
    }

    public void Line(ReadOnlySpan<PlotPoint> points, Pen pen)
    {
        _body.Append("<path d=\"").Append(SvgPath.Of(points, isClosed: false)).Append("\" fill=\"none\"");
        _body.Append(Stroke(pen)).Append(Class(SvgStyle.LineClass(pen.Ink)));
        if (pen.WidthPx != 1)
        {
            _body.Append(" stroke-width=\"").Append(SvgText.Number(pen.WidthPx)).Append('"');
        }

        if (pen.Pattern.Length > 0)
        {
            _body.Append(" stroke-dasharray=\"").Append(string.Join(' ', pen.Pattern.ToArray().Select(SvgText.Number))).Append('"');
        }

        _body.Append("/>\n");
    }

    public void Area(ReadOnlySpan<PlotPoint> outline, Paint paint, string hover = "", Pen? edge = null)
    {
        _body.Append("<path d=\"").Append(SvgPath.Of(outline, isClosed: true)).Append('"').Append(FillAndEdge(paint, edge));
        Close("path", hover);
    }

    public void Text(PlotPoint at, string text, TextLook look)
    {
        if (text.Length == 0)
        {
            return;
        }

        string x = SvgText.Number(at.X), y = SvgText.Number(at.Y);
        _body.Append("<text x=\"").Append(x).Append("\" y=\"").Append(y).Append("\" font-size=\"").Append(SvgText.Number(look.SizePx)).Append('"');
        _body.Append(Fill(new Paint(look.Ink)));
        _body.Append(look.Anchor switch { TextAnchor.Middle => " text-anchor=\"middle\"", TextAnchor.End => " text-anchor=\"end\"", _ => "" });
        _body.Append(look.IsBold ? " font-weight=\"600\"" : "");
        _body.Append(look.IsUpward ? $" transform=\"rotate(-90 {x} {y})\"" : "");
        _body.Append('>').Append(SvgText.Escape(text)).Append("</text>\n");
    }

    private string PatternId(StateKind kind) => $"{idPrefix}-{kind}";

    private static string Place(PlotBox box) =>
        $" x=\"{SvgText.Number(box.X)}\" y=\"{SvgText.Number(box.Y)}\" width=\"{SvgText.Number(box.Width)}\" height=\"{SvgText.Number(box.Height)}\"";

    private string Fill(Paint paint) => FillAndEdge(paint, edge: null);

    private string FillAndEdge(Paint paint, Pen? edge)
    {
        string opacity = paint.Opacity < 1 ? $" fill-opacity=\"{TwoDecimals(paint.Opacity)}\"" : "";
        string classes = string.Join(' ', new[] { SvgStyle.FillClass(paint.Ink), edge is { } pen ? SvgStyle.LineClass(pen.Ink) : null }.OfType<string>());
        return $" fill=\"{colors.Of(paint.Ink).Hex}\"{(edge is { } drawn ? Stroke(drawn) : "")}{Class(classes.Length > 0 ? classes : null)}{opacity}";
    }

    private string Stroke(Pen pen) => $" stroke=\"{colors.Of(pen.Ink).Hex}\"";

    private static string TwoDecimals(double share) => $".{(int)Math.Round(share * 100):00}";

    private string Class(string? name) => isThemed && name is not null ? $" class=\"{name}\"" : "";

    private void Close(string element, string hover)
    {
        if (hover.Length == 0)
        {
            _body.Append("/>\n");
            return;
        }

        _body.Append("><title>").Append(SvgText.Escape(hover)).Append("</title></").Append(element).Append(">\n");
    }
}
