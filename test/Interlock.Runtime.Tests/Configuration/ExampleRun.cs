using Interlock.Core.Diagnostics;
using Interlock.Runtime.Configuration;

namespace Interlock.Runtime.Tests.Configuration;

/// <summary>Run files for tests.</summary>
internal static class ExampleRun
{
    public const string Minimal = """
        interlock: run/1
        policy: { kind: scripted }
        contract: cell.contract.yaml
        robot: { kind: table_arm }

        """;

    /// <summary>Every section, several kinds of value, one key per line where a line number matters.</summary>
    public const string Full = """
        # yaml-language-server: $schema=./run-v1.json
        interlock: run/1
        name: cell
        task: "put the cube on the plate: gently"
        policy:
          kind: openpi
          url: ws://127.0.0.1:8000/
          rate_hz: 10
          retry: { attempts: 4, first_delay_ms: 50, max_delay_ms: 900.5 }
          observation: { preset: droid, images: { observation/exterior_image_1_left: table, "odd: key": wrist }, prompt_key: prompt }
          server: { api_key_file: key.txt }
          samples: 2
        fallback_policy:
          kind: onnx
          stages:
            - { path: vision.onnx, recompute: when_inputs_change, inputs: [ { name: pixels, source: image, camera: wrist, layout: chw, shape: [1, 3, 224, 224], mean: [0.5, 0.5, 0.5] } ] }
            - path: head.onnx
        spec: cell.execspec.json
        gate: { certificate: cell.certificate.json, trust: keys, level: probed, mode: enforce }
        contract: cell.contract.yaml
        robot: { kind: simulated_arm, options: { channels: [a, b], latency_ms: 2.5 }, seed: 18446744073709551615 }
        cameras:
          - { name: table, kind: simulated, rate_hz: 30 }
          - { name: wrist, kind: files, path: images/wrist, max_age_ms: 400 }
        loop: { rate_hz: 100, priority: fifo }
        schedule: { blending: temporal_ensemble, ensemble_decay: 0.02, interpolation: cubic }
        confidence: { calibration: cell.confidence.json, ask_below_p: 0.01, degrade_below_p: 0.05 }
        supervisor: { hung_after_ms: 6000, auto_start: true }
        recording: { mode: ring, before_s: 5, after_s: 5 }
        run: { duration_s: 60, episodes: 3, seed: 7 }

        """;

    public static (RunFile? File, IReadOnlyList<Diagnostic> Findings) Parse(string text, params string[] overrides)
    {
        DiagnosticCollector findings = new();
        RunFile? file = RunFile.Parse(text, "cell.run.yaml", overrides, findings);
        return (file, findings.Items);
    }

    public static RunFile Valid(string text, params string[] overrides)
    {
        (RunFile? file, IReadOnlyList<Diagnostic> findings) = Parse(text, overrides);
        Assert.True(file is not null, string.Join('\n', findings));
        return file;
    }
}
