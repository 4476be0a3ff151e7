namespace Interlock.Dashboard.Web.Episodes.OtherContract;

/// <summary>The newest answers to "what if". Thread-safe.</summary>
internal sealed class WhatIfRuns
{
    /// <summary>Each may have 100 MB; one for the person who looks, and the one before.</summary>
    private const int Kept = 2;

    private readonly Lock _lock = new();
    private readonly Queue<(string Id, WhatIfRun Run)> _runs = new();
    private long _last;

    public string Keep(WhatIfRun run)
    {
        lock (_lock)
        {
            string id = (++_last).ToString(System.Globalization.CultureInfo.InvariantCulture);
            _runs.Enqueue((id, run));
            while (_runs.Count > Kept)
            {
                _runs.Dequeue();
            }

            return id;
        }
    }

    /// <exception cref="Core.Diagnostics.DiagnosticException">RT303: it is not kept any more, or is about another recording.</exception>
    public WhatIfRun Of(string id, string path)
    {
        lock (_lock)
        {
            return _runs.FirstOrDefault(kept => kept.Id == id && kept.Run.Path == path).Run ?? throw Failures.NotHere("answer of that number any more; ask again");
        }
    }
}
