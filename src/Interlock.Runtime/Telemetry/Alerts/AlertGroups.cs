using Interlock.Recording.Flight.Session;

namespace Interlock.Runtime.Telemetry.Alerts;

/// <summary>
/// The first alert of a code and channel is due at once; those that follow within the window are one alert with their number at its end, and so
/// on until a window passes without any.
/// </summary>
internal sealed class AlertGroups(TimeSpan window)
{
    /// <summary>More at a time are told ungrouped; codes and channels of a contract are fewer.</summary>
    public const int MostGroups = 4096;

    private readonly Dictionary<(string?, string?, FlightLevel), Group> _groups = [];

    /// <summary>Takes an alert in; true when it is due at once.</summary>
    public bool Take(Alert alert, DateTimeOffset now)
    {
        (string?, string?, FlightLevel) key = (alert.Code ?? alert.Sentence, alert.Channel, alert.Level);
        if (window <= TimeSpan.Zero)
        {
            return true;
        }

        if (_groups.TryGetValue(key, out Group? group) && (group.Newest is not null || now - group.Since < window))
        {
            group.Newest = alert with { Count = alert.Count + (group.Newest?.Count ?? 0) };
            return false;
        }

        if (_groups.Count < MostGroups)
        {
            _groups[key] = new Group { Since = now, Newest = null };
        }

        return true;
    }

    /// <summary>Groups whose window is over.</summary>
    /// <param name="now">The time.</param>
    /// <param name="all">True at the end, when nothing waits any more.</param>
    public IReadOnlyList<Alert> Due(DateTimeOffset now, bool all = false)
    {
        List<Alert> due = [];
        foreach (((string?, string?, FlightLevel) key, Group group) in _groups.Where(pair => all || now - pair.Value.Since >= window).ToArray())
        {
            if (group.Newest is { } newest)
            {
                due.Add(newest);
                (group.Newest, group.Since) = (null, now);
            }
            else
            {
                _groups.Remove(key);
            }
        }

        return due;
    }

    private sealed class Group
    {
        public required DateTimeOffset Since { get; set; }

        public required Alert? Newest { get; set; }
    }
}
