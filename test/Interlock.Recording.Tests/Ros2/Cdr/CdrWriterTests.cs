using Interlock.Core.Observations;
using Interlock.Recording.Ros2.Cdr;
using Interlock.Recording.Ros2.Messages;

namespace Interlock.Recording.Tests.Ros2.Cdr;

/// <summary>Our bytes against those of the writer of another maker: <c>eng/ros2-check/golden.mjs</c> makes the files and CI checks that they are its.</summary>
public sealed class CdrWriterTests
{
    private const ulong TimeNs = 1_700_000_000_123_456_789;

    private static readonly CameraImage Wrist = new()
    {
        Camera = "wrist",
        WidthPx = 2,
        HeightPx = 1,
        Encoding = ImageEncoding.Rgb8,
        Data = new byte[] { 1, 2, 3, 4, 5, 6 },
        TimestampNs = 0,
        Sequence = 0,
    };

    [Fact]
    public void Joints_are_written_as_another_writer_does() => Same("joint_state", cdr => cdr.JointState(
        TimeNs, ["a", "bc", "elbow.pos", "", "e", "f", "g"], [0.1, -0.0, Canonical, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, double.MaxValue]));

    [Fact]
    public void Sequences_without_elements_are_a_count_only() => Same("joint_state_empty", cdr => cdr.JointState(TimeNs, [], []));

    [Fact]
    public void Numbers_are_written_as_another_writer_does() => Same("float64_multi_array", cdr => cdr.Float64MultiArray("margin", [0.25]));

    [Fact]
    public void Words_are_written_as_another_writer_does() => Same("string", cdr => cdr.Text("holding"));

    [Fact]
    public void A_log_entry_is_written_as_another_writer_does() => Same("log", cdr => cdr.Log(
        TimeNs, Ros2Level.Warn, "interlock.guard", "GD001 intervention on elbow: 1.62, limit 1.57"));

    [Fact]
    public void Images_are_written_as_another_writer_does()
    {
        Same("image", cdr => cdr.Image(TimeNs, Wrist));
        Same("compressed_image", cdr => cdr.CompressedImage(TimeNs, Wrist with { Encoding = ImageEncoding.Jpeg, Data = new byte[] { 255, 216, 255 } }));
    }

    [Fact]
    public void A_zero_in_a_text_does_not_end_it() => Assert.Equal("0001000006000000" + "61EFBFBD6200", Convert.ToHexString(new CdrWriter().Text("a\0b").Written));

    [Fact]
    public void A_text_has_its_length_in_bytes() => Assert.Equal("0001000003000000" + "C3A900", Convert.ToHexString(new CdrWriter().Text("é").Written));

    // JavaScript has one NaN; ours has the sign bit set.
    private static double Canonical => BitConverter.UInt64BitsToDouble(0x7FF8_0000_0000_0000);

    private static void Same(string golden, Func<CdrWriter, CdrWriter> write)
    {
        string expected = string.Concat(File.ReadAllLines(Path.Combine(SharedFiles.RepositoryRoot, "test", "Interlock.Recording.Tests", "Ros2", "golden", $"{golden}.hex")));
        CdrWriter cdr = new CdrWriter().Text("something before");
        Assert.Equal(expected.ToUpperInvariant(), Convert.ToHexString(write(cdr).Written));
    }
}
