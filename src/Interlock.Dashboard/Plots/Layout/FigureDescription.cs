using Interlock.Dashboard.Plots.Figures;

namespace Interlock.Dashboard.Plots.Layout;

/// <summary>What a screen reader says about a figure.</summary>
internal static class FigureDescription
{
    private const int MostNames = 12;

    public static string Of(Figure figure)
    {
        if (figure.Description.Length > 0)
        {
            return figure.Description;
        }

        IEnumerable<string> panels = figure.Panels.Select(panel =>
            $"{(panel.Y.Label.Length > 0 ? panel.Y.Label : "values")} against {figure.X.Label}: {Names(panel.Marks.Select(mark => mark.Name))}");
        string strips = figure.Strips.Count > 0 ? $"States: {Names(figure.Strips.Select(strip => strip.Name))}. " : "";
        string events = figure.Events.Count > 0 ? $" {figure.Events.Count} events." : "";
        return $"{strips}{string.Join(". ", panels)}.{events}";
    }

    private static string Names(IEnumerable<string> names)
    {
        string[] known = [.. names.Where(name => name.Length > 0)];
        return string.Join(", ", known.Take(MostNames)) + (known.Length > MostNames ? $" and {known.Length - MostNames} more" : "");
    }
}
