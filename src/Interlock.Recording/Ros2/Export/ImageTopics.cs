using Interlock.Core.Observations;
using Interlock.Recording.Ros2.Messages;

namespace Interlock.Recording.Ros2.Export;

/// <summary>The images of one camera, as they were recorded.</summary>
internal sealed class ImageTopics(Ros2Output output, string camera, Ros2Names names)
{
    private readonly Ros2Topic _compressed = new(names.Unique("/camera", camera, "/image"), Ros2Type.CompressedImage);
    private readonly Ros2Topic _raw = new(names.Unique("/camera", camera, "/image_raw"), Ros2Type.Image);

    public void Write(CameraImage image, ulong timeNs)
    {
        if (image.Encoding == ImageEncoding.Rgb8)
        {
            output.Cdr.Image(timeNs, image);
            output.Write(_raw, timeNs);
        }
        else
        {
            output.Cdr.CompressedImage(timeNs, image);
            output.Write(_compressed, timeNs);
        }
    }
}
