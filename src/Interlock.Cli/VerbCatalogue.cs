using Interlock.Cli.Verbs;
using Interlock.Datasets.Opening;

namespace Interlock.Cli;

/// <summary>Every verb, in the order in which help lists them.</summary>
internal static class VerbCatalogue
{
    // New ones for each command line: options belong to one tree of commands.
    public static IReadOnlyList<IVerb> All =>
    [
        new DemoVerb(),
        new RunVerb(),
        new DashboardVerb(),
        new ProxyVerb(),
        new InfoVerb(),
        new CheckVerb(),
        new CalibrateVerb(),
        new ReplayVerb(),
        new EpisodesVerb(),
        new PlotVerb(),
        new ReportVerb(),
        new RecordVerb(),
        new StudyVerb(),
        new ValidateVerb(),
        new ContractVerb((path, cancellation) => EpisodeSources.Open(path, cancellation: cancellation)),
        new ConfigVerb(),
        new SpecVerb(),
        new CertifyVerb(),
        new ProfileVerb(),
        new DoctorVerb(),
        new SchemasVerb(),
        new CompletionVerb(),
    ];
}
