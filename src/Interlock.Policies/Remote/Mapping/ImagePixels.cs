using Interlock.Core.Observations;
using Interlock.Core.Text;
using Interlock.Policies.Wire.Numpy;

namespace Interlock.Policies.Remote.Mapping;

/// <summary>Camera images as arrays of uint8.</summary>
internal static class ImagePixels
{
    private const int Colours = 3;

    public static NumpyArray Of(ObservationField.Image field, Observation observation)
    {
        CameraImage image = observation.Images.FirstOrDefault(image => image.Camera == field.Camera)
            ?? throw RemoteError.Of(
                RemoteCodes.CameraMissing, "observation", field.Key, $"the observation has no image of a camera {Quoted.Of(field.Camera)}");
        RequirePixels(image, field.Key);
        return field.Layout == ImageLayout.RowsColumnsColours
            ? new NumpyArray(NumpyDtype.UInt8, new NumpyShape(image.HeightPx, image.WidthPx, Colours), image.Data)
            : new NumpyArray(NumpyDtype.UInt8, new NumpyShape(Colours, image.HeightPx, image.WidthPx), Planes(image.Data.Span));
    }

    private static void RequirePixels(CameraImage image, string key)
    {
        long expected = (long)image.HeightPx * image.WidthPx * Colours;
        if (image.Encoding != ImageEncoding.Rgb8 || image.HeightPx < 1 || image.WidthPx < 1 || image.Data.Length != expected)
        {
            throw RemoteError.Of(
                RemoteCodes.ImageForm,
                "observation",
                key,
                $"the image of camera {Quoted.Of(image.Camera)} is {image.Encoding}, {image.HeightPx} × {image.WidthPx}, {image.Data.Length} bytes; servers take pixels",
                "let the camera deliver rgb8");
        }
    }

    private static byte[] Planes(ReadOnlySpan<byte> pixels)
    {
        byte[] planes = new byte[pixels.Length];
        int plane = pixels.Length / Colours;
        for (int i = 0; i < plane; i++)
        {
            planes[i] = pixels[Colours * i];
            planes[plane + i] = pixels[(Colours * i) + 1];
            planes[(2 * plane) + i] = pixels[(Colours * i) + 2];
        }

        return planes;
    }
}
