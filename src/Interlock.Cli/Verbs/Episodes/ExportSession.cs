using Interlock.Cli.Output;
using Interlock.Core.Diagnostics;
using Interlock.Core.Episodes;
using Interlock.Core.Text;
using Interlock.Datasets.Writing;
using Interlock.Recording.Episodes;
using Interlock.Recording.Flight.Reading;

namespace Interlock.Cli.Verbs.Episodes;

/// <summary>One run of <c>episodes export</c>.</summary>
internal sealed class ExportSession(VerbHost host, ExportRequest request)
{
    public int Run(CancellationToken cancellation)
    {
        EpisodeSourceDescription description = Description();
        bool?[] outcomes = Outcomes();
        using IEpisodeWriter writer = EpisodeWriters.Create(request.Format, request.Target, description);
        using (ProgressLine progress = new(host, "episodes", total: null))
        {
            foreach ((int i, string file) in request.Files.Index())
            {
                Export(file, outcomes[i], description, writer, progress, cancellation);
            }
        }

        writer.Complete();
        Tell(writer, description);
        return ExitCode.Ok;
    }

    private void Export(string file, bool? success, EpisodeSourceDescription description, IEpisodeWriter writer, ProgressLine progress, CancellationToken cancellation)
    {
        using FlightLog log = FlightLog.Open(RecordingFileName.Require(file));
        RequireSame(file, log, description);
        if (log.Recovery is not null)
        {
            host.Error.WriteLine($"note: {file} was not finished or is damaged; exported is what could be recovered.");
        }

        RecordedFrames frames = new(log, request.Signal, FrameRate.Every(log.Layout.RateHz, request.FramesPerSecond), success);
        foreach (WrittenEpisode episode in frames.Episodes())
        {
            cancellation.ThrowIfCancellationRequested();
            writer.Add(episode);
            progress.Report(writer.Episodes);
        }
    }

    private EpisodeSourceDescription Description()
    {
        using FlightLog first = FlightLog.Open(RecordingFileName.Require(request.Files[0]));
        return new EpisodeSourceDescription
        {
            Location = request.Files[0],
            Format = "mcap",
            RateHz = first.Layout.RateHz / FrameRate.Every(first.Layout.RateHz, request.FramesPerSecond),
            ActionChannels = first.Layout.Channels,
            ActionUnits = first.Layout.Units,
            StateChannels = first.Layout.Channels,
            RobotType = first.Session.Robot,
        };
    }

    private static void RequireSame(string file, FlightLog log, EpisodeSourceDescription description)
    {
        if (!log.Layout.Channels.SequenceEqual(description.ActionChannels) || !log.Layout.Units.SequenceEqual(description.ActionUnits))
        {
            throw new DiagnosticException("RC056", $"its channels are not those of {description.Location}", SourcePlace.OfFile(file), "export recordings of the same contract together");
        }
    }

    // A column is there for all episodes or for none.
    private bool?[] Outcomes()
    {
        bool?[] outcomes = [.. request.Files.Select(Outcome)];
        if (outcomes.Contains(null) && outcomes.Any(outcome => outcome is not null))
        {
            host.Error.WriteLine("note: not every recording was judged, so the outcome is left out ('interlock episodes note FILE --outcome …' judges one).");
            Array.Clear(outcomes);
        }

        return outcomes;
    }

    private static bool? Outcome(string file)
    {
        if (RecordingNotes.Read(RecordingFileName.Require(file)).Success is { } judged)
        {
            return judged;
        }

        using FlightLog log = FlightLog.Open(file);
        return bool.TryParse(log.End?.GetValueOrDefault("success"), out bool success) ? success : null;
    }

    private void Tell(IEpisodeWriter writer, EpisodeSourceDescription description)
    {
        if (request.Json)
        {
            JsonDocumentWriter.Write(host.Out, json =>
            {
                json.WriteStartObject();
                json.WriteString("target", request.Target);
                json.WriteString("format", EnumWord.Of(request.Format));
                json.WriteNumber("episodes", writer.Episodes);
                json.WriteNumber("frames", writer.Frames);
                json.WriteNumber("fps", description.RateHz!.Value);
                json.WriteEndObject();
            });
            return;
        }

        string images = request.Format == EpisodeFileFormat.Lerobot ? " Images are not in it." : "";
        WrappedText.Write(host.Out, $"{request.Target}: {writer.Episodes:N0} episodes, {writer.Frames:N0} frames at {description.RateHz:0.###} Hz.{images}", host.Width);
    }
}
