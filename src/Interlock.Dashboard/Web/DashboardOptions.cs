using System.Net;
using Interlock.Dashboard.LiveView;

namespace Interlock.Dashboard.Web;

/// <summary>What a dashboard shows, and to whom.</summary>
public sealed record DashboardOptions
{
    /// <summary>Where it listens; port 0 takes a free one. Default loopback, port 0. Another address needs <see cref="OperatorToken"/>.</summary>
    public IPEndPoint Listen { get; init; } = new(IPAddress.Loopback, 0);

    /// <summary>Folder whose recordings are shown; null for none.</summary>
    public string? Folder { get; init; }

    /// <summary>The robot as it is now; null for none. The dashboard disposes of it.</summary>
    public ILiveRobot? Live { get; init; }

    /// <summary>Who shows it may command and write notes; null on loopback: everybody who reaches the address may.</summary>
    public string? OperatorToken { get; init; }

    /// <summary>Who shows it may look; null for no such link.</summary>
    public string? ViewerToken { get; init; }

    /// <summary>True to let nobody command or write. Default false.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Names under which browsers may come besides <c>localhost</c> and the address itself. Default none.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Makes the self-contained report of a recording, as HTML; null for none.</summary>
    public Func<string, CancellationToken, string>? Report { get; init; }

    /// <summary>Version of the software, as pages show it.</summary>
    public string Version { get; init; } = "";
}
