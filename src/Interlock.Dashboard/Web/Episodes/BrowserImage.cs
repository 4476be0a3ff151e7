using Interlock.Core.Observations;
using Interlock.Dashboard.Plots.Png;

namespace Interlock.Dashboard.Web.Episodes;

/// <summary>A camera's image as a file that browsers show.</summary>
internal static class BrowserImage
{
    public static (string MediaType, ReadOnlyMemory<byte> Bytes) Of(CameraImage image) => image.Encoding switch
    {
        ImageEncoding.Jpeg => ("image/jpeg", image.Data),
        ImageEncoding.Png => ("image/png", image.Data),
        _ => ("image/png", PngFile.OfRgb(image.Data.Span, image.WidthPx, image.HeightPx)),
    };
}
