namespace Interlock.ExecSpec.Certificates;

/// <summary>Outer limits of what a certificate or waiver may hold; they bound memory and time.</summary>
internal static class CertificateLimits
{
    public const int MostSiblings = 1024;
    public const int MostEvidence = 256;
    public const int MostSubstitutedKeys = 256;
    public const int MostChannels = 512;
    public const int LongestName = 256;
    public const int LongestPath = 4096;
    public const int LongestText = 16_384;

    /// <summary>Largest file, in bytes: 1 PiB.</summary>
    public const long LargestFile = 1L << 50;
}
