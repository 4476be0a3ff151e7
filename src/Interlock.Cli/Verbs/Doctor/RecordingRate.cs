namespace Interlock.Cli.Verbs.Doctor;

/// <summary>How fast a recording grows.</summary>
internal static class RecordingRate
{
    /// <summary>Size of a step with every signal of 14 channels as JSON, bytes; the same as a line of <c>replay --jsonl</c> with every monitor.</summary>
    private const double StepBytes = 2_000;

    private const double StepsPerS = 1_000;

    /// <summary>A JPEG picture of 224 × 224 pixels at usual quality, bytes.</summary>
    private const double PictureBytes = 15_000;

    private const double PicturesPerS = 30;
    private const double BytesPerMegabyte = 1e6;

    /// <summary>The heaviest ordinary case, 1 kHz and one camera, in MB/s; slower loops write less in proportion.</summary>
    public const double EstimatedMbPerS = ((StepBytes * StepsPerS) + (PictureBytes * PicturesPerS)) / BytesPerMegabyte;

    /// <summary>Hours until so much space is full.</summary>
    public static double HoursIn(double freeBytes, double mbPerS) => freeBytes / (mbPerS * BytesPerMegabyte) / TimeSpan.SecondsPerHour;
}
