namespace Interlock.Dashboard.Reports.Facts;

/// <summary>Is everything there.</summary>
/// <param name="IsFinished">The recorder came to its end.</param>
/// <param name="StepsDropped">Null where that is not known.</param>
/// <param name="EventsDropped">As above.</param>
/// <param name="ItemsDropped">Images, chunks, texts, attachments; as above.</param>
/// <param name="EventsUncounted">Events whose code and channel were not kept apart.</param>
internal sealed record HealthFacts(bool IsFinished, long? StepsDropped, long? EventsDropped, long? ItemsDropped, long EventsUncounted)
{
    /// <summary>Null where it is not known.</summary>
    public long? Dropped => StepsDropped + EventsDropped + ItemsDropped;

    public bool IsComplete => IsFinished && Dropped == 0;
}
