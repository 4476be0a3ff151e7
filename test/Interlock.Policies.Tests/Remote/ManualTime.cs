namespace Interlock.Policies.Tests.Remote;

/// <summary>A clock that only <see cref="Advance"/> moves, and that tells when somebody begins to wait for it.</summary>
internal sealed class ManualTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<Timer> _timers = [];
    private readonly List<(TimeSpan Least, TimeSpan Most, TaskCompletionSource<TimeSpan> Seen)> _watchers = [];
    private TimeSpan _now;

    public ManualTime()
        : this(DateTimeOffset.UnixEpoch)
    {
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp()
    {
        lock (_gate)
        {
            return _now.Ticks;
        }
    }

    public override DateTimeOffset GetUtcNow() => start + TimeSpan.FromTicks(GetTimestamp());

    /// <summary>Ends when a timer within these bounds is set; tells for how long.</summary>
    public Task<TimeSpan> WaitSetAsync(TimeSpan least, TimeSpan most)
    {
        lock (_gate)
        {
            TaskCompletionSource<TimeSpan> seen = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _watchers.Add((least, most, seen));
            return seen.Task;
        }
    }

    public void Advance(TimeSpan span)
    {
        List<Timer> due;
        lock (_gate)
        {
            _now += span;
            due = [.. _timers.Where(timer => timer.Due <= _now).OrderBy(timer => timer.Due)];
            _timers.RemoveAll(due.Contains);
        }

        due.ForEach(timer => timer.Fire());
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Timer timer = new(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private void Set(Timer timer, TimeSpan dueTime)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                timer.Due = _now + dueTime;
                _timers.Add(timer);
                _watchers.FindAll(watcher => dueTime >= watcher.Least && dueTime <= watcher.Most).ForEach(watcher => watcher.Seen.TrySetResult(dueTime));
            }
        }
    }

    private sealed class Timer(ManualTime owner, TimerCallback callback, object? state) : ITimer
    {
        public TimeSpan Due { get; set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            owner.Set(this, dueTime);
            return true;
        }

        public void Dispose() => owner.Set(this, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
