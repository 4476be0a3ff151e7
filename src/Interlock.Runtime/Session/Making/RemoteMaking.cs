using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.Policies.Remote;
using Interlock.Policies.Remote.Lerobot;
using Interlock.Policies.Remote.Mapping;
using Interlock.Policies.Remote.OpenPi;
using Interlock.Policies.Remote.OpenVla;
using Interlock.Policies.Wire;
using Interlock.Policies.Wire.Lerobot;
using Interlock.Runtime.Configuration;
using Interlock.Runtime.Configuration.Settings;

namespace Interlock.Runtime.Session.Making;

/// <summary>From the settings to clients of policy servers.</summary>
internal sealed class RemoteMaking(RunFile file, SafetyContract contract, int actionDimension, TimeProvider time)
{
    // What the simulated cameras deliver and most policies take; a LeRobot server resizes what differs.
    private const int AnnouncedImagePx = 224;

    public IRemotePolicy OpenPi(PolicySettings settings) => new OpenPiPolicy(
        new OpenPiOptions
        {
            Address = settings.Url!,
            ActionDimension = actionDimension,
            MaxRows = settings.MaxRows,
            Observation = Observation(settings, "libero"),
            ApiKey = settings.Server.ApiKeyFile is { } key ? File.ReadLines(file.Resolve(key)).FirstOrDefault()?.Trim() : null,
            ConnectTimeout = TimeSpan.FromMilliseconds(settings.Server.ConnectTimeoutMs),
            RequestTimeout = TimeSpan.FromMilliseconds(settings.TimeoutMs),
            FirstReplyTimeout = TimeSpan.FromMilliseconds(settings.Server.FirstReplyTimeoutMs),
            Retry = Retry(settings.Retry),
            Seed = settings.Seed ?? 0,
        },
        time);

    public IRemotePolicy OpenVla(PolicySettings settings) => new OpenVlaPolicy(
        new OpenVlaOptions
        {
            Address = settings.Url!,
            ActionDimension = actionDimension,
            MaxRows = settings.MaxRows,
            Observation = Observation(settings, "openvla"),
            UnnormKey = settings.UnnormKey,
            IsDoubleEncoded = settings.Server.DoubleEncoded,
            ConnectTimeout = TimeSpan.FromMilliseconds(settings.Server.ConnectTimeoutMs),
            RequestTimeout = TimeSpan.FromMilliseconds(settings.TimeoutMs),
            FirstReplyTimeout = TimeSpan.FromMilliseconds(settings.Server.FirstReplyTimeoutMs),
            Retry = Retry(settings.Retry),
            Seed = settings.Seed ?? 0,
        },
        time);

    public IRemotePolicy Lerobot(PolicySettings settings)
    {
        string[] motors = [.. contract.Channels.Select(channel => channel.Name)];
        string[] cameras = [.. file.Settings.Cameras.Select(camera => camera.Name)];
        return new LerobotPolicy(
            new LerobotOptions
            {
                Address = settings.Url!,
                ActionDimension = actionDimension,
                MaxRows = settings.MaxRows,
                Observation = ObservationPresets.Lerobot(motors, cameras),
                Setup = new PolicySetup(
                    settings.Server.PolicyType ?? "act",
                    settings.Server.Model ?? "",
                    LerobotFeatures.Of(motors, [.. cameras.Select(name => (name, AnnouncedImagePx, AnnouncedImagePx))]),
                    settings.MaxRows,
                    settings.Server.Device ?? "cpu",
                    new WireValue.Map(new Dictionary<string, WireValue>())),
                Generation = Enum.Parse<PayloadGeneration>(settings.Server.Payload.ToString()),
                SetupTimeout = TimeSpan.FromSeconds(settings.Server.SetupTimeoutS),
                ConnectTimeout = TimeSpan.FromMilliseconds(settings.Server.ConnectTimeoutMs),
                RequestTimeout = TimeSpan.FromMilliseconds(settings.TimeoutMs),
                FirstReplyTimeout = TimeSpan.FromMilliseconds(settings.Server.FirstReplyTimeoutMs),
                Retry = Retry(settings.Retry),
                Seed = settings.Seed ?? 0,
            },
            time);
    }

    private static RetryOptions Retry(RetrySettings settings) => new()
    {
        MostAttempts = settings.Attempts,
        FirstDelay = TimeSpan.FromMilliseconds(settings.FirstDelayMs),
        LongestDelay = TimeSpan.FromMilliseconds(settings.MaxDelayMs),
    };

    private static RemoteObservation Observation(PolicySettings settings, string usualPreset)
    {
        RemoteObservation mapping = Mapping(settings, usualPreset);
        return settings.Observation.PrefixKey is { } prefix ? mapping.WithPrefix(prefix, settings.Observation.PrefixDelayKey) : mapping;
    }

    // Keys of one's own replace the preset altogether: a half-matching preset would send what nobody asked for.
    private static RemoteObservation Mapping(PolicySettings settings, string usualPreset)
    {
        ObservationSettings chosen = settings.Observation;
        if (chosen.StateKey is null && chosen.PromptKey is null)
        {
            RemoteObservation preset = ObservationPresets.Named(chosen.Preset ?? usualPreset);
            return chosen.Images.Count > 0 ? preset.WithCameras(chosen.Images) : preset;
        }

        if (chosen.Preset is not null)
        {
            throw new DiagnosticException(
                RuntimeCodes.SettingsContradict, "`policy.observation` names a preset and keys of its own", hint: "keep one of the two");
        }

        List<ObservationField> fields = [.. chosen.Images.Select(pair => new ObservationField.Image(pair.Key, pair.Value))];
        if (chosen.StateKey is { } state)
        {
            fields.Add(new ObservationField.StateArray(state));
        }

        if (chosen.PromptKey is { } prompt)
        {
            fields.Add(new ObservationField.Prompt(prompt));
        }

        return new RemoteObservation(fields);
    }
}
