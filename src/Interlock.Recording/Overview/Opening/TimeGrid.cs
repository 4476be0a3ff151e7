namespace Interlock.Recording.Overview.Opening;

/// <summary>A span of time in equal buckets; seconds since the start of the recording.</summary>
internal readonly record struct TimeGrid(double T0, double T1, int Buckets)
{
    public double BucketS => (T1 - T0) / Buckets;

    /// <summary>Bucket of a time; -1 before the first, <see cref="Buckets"/> behind the last.</summary>
    public int BucketOf(double timeS) => timeS < T0 ? -1 : timeS >= T1 ? Buckets : Math.Min(Buckets - 1, (int)((timeS - T0) / BucketS));
}
