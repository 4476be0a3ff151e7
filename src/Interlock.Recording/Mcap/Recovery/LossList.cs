using Interlock.Core.Diagnostics;
using Interlock.Recording.Mcap.Wire;

namespace Interlock.Recording.Mcap.Recovery;

/// <summary>Losses in the order they were met; a hostile file cannot make the list long.</summary>
internal sealed class LossList(string? file)
{
    public List<Diagnostic> Items { get; } = [];

    public int Count { get; private set; }

    public void Add(long offset, string what)
    {
        Count++;
        if (Items.Count < McapRecoveryReport.MostLosses)
        {
            Items.Add(new Diagnostic("RC020", DiagnosticSeverity.Warning, what, McapError.Place(file, offset)));
        }
    }
}
