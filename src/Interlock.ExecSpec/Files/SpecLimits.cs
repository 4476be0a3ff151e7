namespace Interlock.ExecSpec.Files;

/// <summary>The outer limits of a specification file. They bound memory and time, whatever the file holds.</summary>
internal static class SpecLimits
{
    /// <summary>Largest file, in bytes: 16 MiB. Thirty siblings with statistics for 50 positions of 32 channels need about 8 MB.</summary>
    public const int MaxFileBytes = 16 << 20;

    /// <summary>Deepest nesting; the format needs nine levels.</summary>
    public const int MaxDepth = 16;

    /// <summary>Most values in one file; a value takes about 50 bytes of memory while the file is read.</summary>
    public const int MaxValues = 1_000_000;

    /// <summary>Most channels of an action or a state.</summary>
    public const int MaxChannels = 512;

    /// <summary>Most positions in a chunk.</summary>
    public const int MaxTimesteps = 1024;

    /// <summary>Most siblings, cameras, rotation groups, serial numbers or quantiles.</summary>
    public const int MaxItems = 1024;

    /// <summary>Longest name, in characters.</summary>
    public const int MaxNameLength = 128;

    /// <summary>Longest free text (a prompt template), in characters.</summary>
    public const int MaxTextLength = 16_384;

    /// <summary>Highest rate, in hertz.</summary>
    public const double MaxRateHz = 100_000;

    /// <summary>Lowest rate, in hertz.</summary>
    public const double MinRateHz = 0.01;

    /// <summary>Largest absolute value of a scale, a gripper value or a clip, in its own unit.</summary>
    public const double MaxMagnitude = 1e12;

    /// <summary>Smallest value of a number that has to be above zero, in its own unit.</summary>
    public const double MinPositive = 1e-12;

    /// <summary>Widest and highest image, in pixels.</summary>
    public const int MaxPixels = 65_536;

    /// <summary>Oldest image, in milliseconds: one hour.</summary>
    public const double MaxAgeMs = 3_600_000;

    /// <summary>Most denoising steps.</summary>
    public const int MaxSamplerSteps = 1_000_000;
}
