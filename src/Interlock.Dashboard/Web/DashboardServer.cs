using System.Net;
using Interlock.Core.Diagnostics;
using Interlock.Dashboard.Series;
using Interlock.Dashboard.Web.Access;
using Interlock.Dashboard.Web.Folder;
using Interlock.Dashboard.Web.Places;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Interlock.Dashboard.Web;

/// <summary>
/// The pages of the dashboard on a local web server. It is meant for a process of its own: it knows the control loop only through the live
/// feed, so that nothing it does can hold up a robot.
/// </summary>
public sealed class DashboardServer : IAsyncDisposable
{
    private const long LargestBodyBytes = 1 << 20;

    private readonly WebApplication _application;
    private readonly DashboardOptions _options;
    private readonly EpisodeViews _views;

    private DashboardServer(WebApplication application, DashboardOptions options, EpisodeViews views)
    {
        (_application, _options, _views) = (application, options, views);
        string bound = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Address = new Uri(bound);
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>What to open in a browser: with the token, where one is asked for.</summary>
    public Uri OperatorLink => Link(_options.OperatorToken);

    /// <summary>A link that can only look; null where there is none.</summary>
    public Uri? ViewerLink => _options.ViewerToken is null ? null : Link(_options.ViewerToken);

    /// <summary>Every place that answers, for tests that leave none out.</summary>
    internal IReadOnlyList<Endpoint> Places => [.. ((IEndpointRouteBuilder)_application).DataSources.SelectMany(source => source.Endpoints)];

    /// <summary>Starts listening.</summary>
    /// <exception cref="DiagnosticException">RT300: the address is not loopback and no token is asked for, or it cannot be had.</exception>
    public static async Task<DashboardServer> StartAsync(DashboardOptions options, TimeProvider time, CancellationToken cancellation = default)
    {
        if (!IPAddress.IsLoopback(options.Listen.Address) && options.OperatorToken is null)
        {
            throw new DiagnosticException("RT300", $"{options.Listen} can be reached from other machines, and no token is asked for", hint: "give --token-file, or listen on 127.0.0.1");
        }

        EpisodeViews? views = new();
        WebApplication? application = Build(options, views, time);
        try
        {
            await application.StartAsync(cancellation);
            DashboardServer server = new(application, options, views);
            (application, views) = (null, null);
            return server;
        }
        catch (IOException exception)
        {
            throw new DiagnosticException("RT300", $"{options.Listen} cannot be listened on: {exception.Message.TrimEnd('.')}", hint: "choose another --listen");
        }
        finally
        {
            views?.Dispose();
            if (application is not null)
            {
                await application.DisposeAsync();
            }
        }
    }

    /// <summary>Ends when the server does.</summary>
    public Task WaitAsync(CancellationToken cancellation) => _application.WaitForShutdownAsync(cancellation);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_options.Live is { } live)
        {
            await live.DisposeAsync();
        }

        await _application.DisposeAsync();
        _views.Dispose();
    }

    private static WebApplication Build(DashboardOptions options, EpisodeViews views, TimeProvider time)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBodyBytes;
            kestrel.Listen(options.Listen);
        });
        builder.Services.AddSingleton(time);
        builder.Services.AddRoutingCore();
        builder.Logging.ClearProviders();
        WebApplication application = builder.Build();
        application.Use(Failures.TellAsync);
        application.Use(new AccessGate(options).PassAsync);
        application.UseWebSockets();
        application.UseRouting();
        EpisodeFolder? folder = options.Folder is null ? null : new EpisodeFolder(options.Folder, time);
        SessionPlaces.Map(application, options);
        EpisodePlaces.Map(application, folder, views, options);
        DocumentPlaces.Map(application, options.Folder is null ? null : new DocumentFolder(options.Folder));
        LivePlaces.Map(application, options.Live);
        AssetPlaces.Map(application);
        return application;
    }

    private Uri Link(string? token) => token is null ? Address : new Uri(Address, $"/?token={Uri.EscapeDataString(token)}");
}
