using System.Text;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.Policies.Files;

namespace Interlock.Policies.Local;

/// <summary>Named waypoints with times, from a <c>*.waypoints.json</c> file or from memory. See <c>docs/policies.md</c> for the file.</summary>
public sealed record WaypointScript
{
    /// <summary>Format tag of the file.</summary>
    public const string FormatTag = "waypoints/1";

    /// <summary>Most rows of a chunk.</summary>
    public const int MostRows = 4096;

    /// <summary>Largest file that is read.</summary>
    public const long MostFileBytes = 4 << 20;

    /// <summary>Name for people.</summary>
    public required string Name { get; init; }

    /// <summary>Channels in the order of the positions.</summary>
    public required IReadOnlyList<string> Channels { get; init; }

    /// <summary>Policy rate, Hz; above 0.</summary>
    public required double RateHz { get; init; }

    /// <summary>Rows of an answer, 1 to <see cref="MostRows"/>.</summary>
    public required int Rows { get; init; }

    /// <summary>Whether the script begins again after its last waypoint; else the last waypoint is held.</summary>
    public bool Repeat { get; init; }

    /// <summary>One waypoint or more, in order of time.</summary>
    public required IReadOnlyList<Waypoint> Waypoints { get; init; }

    /// <summary>Reads a file.</summary>
    /// <exception cref="DiagnosticException">PO170 to PO175.</exception>
    public static WaypointScript Load(string path) => WaypointReader.Read(FileBytes.Read(path, MostFileBytes), path);

    /// <summary>Reads the text of a file.</summary>
    /// <param name="json">The text.</param>
    /// <param name="fileName">The file as findings name it.</param>
    /// <exception cref="DiagnosticException">PO171 to PO175.</exception>
    public static WaypointScript Parse(string json, string fileName) => WaypointReader.Read(Encoding.UTF8.GetBytes(json), fileName);

    /// <summary>The same script with its positions in the order of a robot's channels.</summary>
    /// <param name="names">Channels of the contract, in its order.</param>
    /// <exception cref="DiagnosticException">PO175: the names are not the script's.</exception>
    public WaypointScript ForChannels(IReadOnlyList<string> names)
    {
        string? missing = names.FirstOrDefault(name => !Channels.Contains(name)) ?? Channels.FirstOrDefault(name => !names.Contains(name));
        if (missing is not null || names.Count != Channels.Count)
        {
            throw new DiagnosticException(
                LocalCodes.Waypoints,
                $"the script '{Name}' moves other channels than the robot has: {(missing is null ? "a name comes twice" : Quoted.Of(missing))}",
                null,
                $"the robot has {string.Join(", ", names)}");
        }

        int[] from = [.. names.Select(name => Channels.ToList().IndexOf(name))];
        return this with
        {
            Channels = [.. names],
            Waypoints = [.. Waypoints.Select(waypoint => waypoint with { Position = [.. from.Select(i => waypoint.Position[i])] })],
        };
    }
}
