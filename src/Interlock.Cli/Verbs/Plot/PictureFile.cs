using Interlock.Cli.Output;
using Interlock.Dashboard.Plots;
using Interlock.Dashboard.Plots.Figures;
using Interlock.Dashboard.Plots.Png;
using Interlock.Dashboard.Plots.Svg;

namespace Interlock.Cli.Verbs.Plot;

/// <summary>A figure as a file, whole or not at all.</summary>
internal static class PictureFile
{
    public static bool IsSvg(string path) => path.EndsWith(".svg", StringComparison.OrdinalIgnoreCase);

    public static bool IsPng(string path) => path.EndsWith(".png", StringComparison.OrdinalIgnoreCase);

    public static void Write(string path, Figure figure, double scale, bool isDark)
    {
        if (IsSvg(path))
        {
            AtomicFile.WriteText(path, SvgWriter.Write(figure, new SvgOptions { Theme = isDark ? PlotTheme.Dark : PlotTheme.Viewer }));
        }
        else
        {
            byte[] picture = PngWriter.Write(figure, scale, isDark);
            AtomicFile.Write((path, stream => stream.Write(picture)));
        }
    }
}
