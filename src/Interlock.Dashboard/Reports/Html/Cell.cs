namespace Interlock.Dashboard.Reports.Html;

/// <summary>A cell of a table.</summary>
/// <param name="Text">Its text; empty where there is nothing to say.</param>
/// <param name="IsNumber">Set to the right.</param>
/// <param name="IsWhole">Not broken into lines.</param>
/// <param name="Target">Id in the page that it leads to; null for none.</param>
internal readonly record struct Cell(string Text, bool IsNumber = false, bool IsWhole = false, string? Target = null)
{
    public static implicit operator Cell(string text) => new(text);

    public static Cell Whole(string text) => new(text, IsWhole: true);

    public static Cell Number(string text) => new(text, IsNumber: true);
}
