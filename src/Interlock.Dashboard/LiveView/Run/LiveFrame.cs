using Interlock.Dashboard.Series;
using Interlock.Dashboard.Web.Episodes;

namespace Interlock.Dashboard.LiveView.Run;

/// <summary>Buckets of all signals.</summary>
internal sealed record LiveFrame(IReadOnlyList<SignalSlice> Slices, double T0, double BucketS)
{
    public byte[] Encode() => SignalFrame.Encode(Slices, T0, BucketS);
}
