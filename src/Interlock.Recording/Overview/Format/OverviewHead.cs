namespace Interlock.Recording.Overview.Format;

/// <summary>The fixed fields at the beginning.</summary>
internal sealed record OverviewHead(int Tracks, int Signals, int Buckets, long BucketNs, long StartNs, long LengthNs, long Steps)
{
    public const double NsPerS = 1e9;

    public static OverviewHead Read(OverviewInput input)
    {
        if (!input.Raw(OverviewFormat.Magic.Length).SequenceEqual(OverviewFormat.Magic))
        {
            throw input.Wrong("it does not begin as an overview does");
        }

        int version = input.UInt16();
        if (version != OverviewFormat.Version)
        {
            throw input.Wrong("RC041", $"it is of version {version}, this program reads {OverviewFormat.Version}");
        }

        int tracks = input.UInt16();
        if (tracks > OverviewLimits.Tracks)
        {
            throw input.Wrong($"{tracks} tracks are more than {OverviewLimits.Tracks}");
        }

        return Checked(input, new OverviewHead(
            tracks, input.Entries("signals", OverviewLimits.Signals, OverviewFormat.SignalBytes), input.Count("buckets", OverviewLimits.Buckets),
            input.Whole("the length of a bucket"), input.Int64(), input.Whole("the length"), input.Whole("the number of steps")));
    }

    private static OverviewHead Checked(OverviewInput input, OverviewHead head)
    {
        // The newest step lies in the last bucket.
        bool agrees = head.Buckets == 0
            ? head.Steps == 0 && head.LengthNs == 0
            : head.BucketNs > 0 && head.Steps > 0 && head.LengthNs / head.BucketNs == head.Buckets - 1;
        return agrees
            ? head
            : throw input.Wrong($"{head.Steps} steps over {head.LengthNs} ns do not take {head.Buckets} buckets of {head.BucketNs} ns");
    }
}
