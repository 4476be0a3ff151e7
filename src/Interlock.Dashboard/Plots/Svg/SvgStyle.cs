using System.Text;
using Interlock.Dashboard.Plots.Figures;

namespace Interlock.Dashboard.Plots.Svg;

/// <summary>The style that turns a light picture dark where the viewer asks for it; on paper it stays light.</summary>
internal static class SvgStyle
{
    /// <summary>Class of the outermost element.</summary>
    public const string Root = "il-plot";

    public static string Text { get; } = Compose();

    /// <summary>Class of a filled thing; null where the colour is the same on every paper.</summary>
    public static string? FillClass(Ink ink) => IsThemed(ink) ? $"f{ink.Role}" : null;

    /// <summary>Class of a line; null where the colour is the same on every paper.</summary>
    public static string? LineClass(Ink ink) => IsThemed(ink) ? $"l{ink.Role}" : null;

    private static bool IsThemed(Ink ink) => ThemeColors.Light.Roles.Contains(ink.Role);

    private static string Compose()
    {
        StringBuilder style = new();
        style.Append('.').Append(Root).Append('{').Append(Variables(ThemeColors.Light)).Append('}');
        style.Append("@media screen and (prefers-color-scheme:dark){.").Append(Root).Append('{').Append(Variables(ThemeColors.Dark)).Append("}}");
        style.Append("@media screen{[data-theme=dark] .").Append(Root).Append('{').Append(Variables(ThemeColors.Dark)).Append('}');
        style.Append("[data-theme=light] .").Append(Root).Append('{').Append(Variables(ThemeColors.Light)).Append("}}");
        foreach (InkRole role in ThemeColors.Light.Roles)
        {
            style.Append('.').Append(Root).Append(" .f").Append(role).Append("{fill:var(--il-").Append(role).Append(")}");
            style.Append('.').Append(Root).Append(" .l").Append(role).Append("{stroke:var(--il-").Append(role).Append(")}");
        }

        return style.ToString();
    }

    private static string Variables(ThemeColors colors) => string.Join(';', colors.Roles.Select(role => $"--il-{role}:{colors.Of(role).Hex}"));
}
